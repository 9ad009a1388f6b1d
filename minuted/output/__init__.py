"""How answers are shown: plain text in a pipe, the same with colour and wrapping on a terminal, JSON, CSV."""
