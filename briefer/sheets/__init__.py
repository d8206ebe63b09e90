"""Selections of cards to a PDF, through Typst."""
