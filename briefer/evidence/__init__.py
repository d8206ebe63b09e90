"""Quotations against documents: find, grade, count, and say what is wrong."""
