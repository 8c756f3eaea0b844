"""One article to its statements: the only room that imports spaCy."""
