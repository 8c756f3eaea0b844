"""Bytes to articles: the only room that decodes, extracts and cleans text."""
