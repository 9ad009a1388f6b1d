"""What became of recommendations, and whether minutes bear out what papers report: derived from findings, by a run."""
