"""Mentions of all articles to narrators, aliases and suggested sides."""
