"""The search index, the query language, and what is made of them: hits, facets, snippets and timelines."""
