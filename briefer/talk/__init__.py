"""A presentation as plain state."""
