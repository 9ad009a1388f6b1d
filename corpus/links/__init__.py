"""Links between findings: what belongs to one matter over papers and meetings, and why; derived by a run, or by hand."""
