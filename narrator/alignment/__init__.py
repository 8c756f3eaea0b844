"""Statements to claims: which ones answer the same question of fact?"""
