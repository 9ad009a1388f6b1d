"""What was asked for against what was resolved, and what is told in retrospect against the minutes: pure comparing."""
