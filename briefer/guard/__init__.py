"""The fence around a briefing: no network for this process, and the one door out of it."""
