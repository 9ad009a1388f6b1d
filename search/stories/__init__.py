"""Stories: what happened on a topic, told from the items of papers that are about it and passages that mention it."""
