"""Links between findings: what belongs to one matter over papers and meetings, and why; made by a run, or by hand."""
