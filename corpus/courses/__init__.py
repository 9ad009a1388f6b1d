"""How actions went on from meeting to meeting: derived from links when it is asked for."""
