"""One index over cards and passages, and the query language that asks it."""
