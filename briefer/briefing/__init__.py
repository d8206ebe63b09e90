"""What a briefing is, and how files become one."""
