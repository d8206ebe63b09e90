"""What the reader keeps, in one SQLite file."""
