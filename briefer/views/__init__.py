"""The whole at a glance, as values: matrix, relations, evidence and board, without a window."""
