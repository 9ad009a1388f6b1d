"""Papers in, who decided what out: the application on top of ingest, extract, corpus and search."""
