"""Comparisons and notebooks to text: pure functions."""
