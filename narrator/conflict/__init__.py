"""Pairs of statements to links: in what do they differ, and why?"""
