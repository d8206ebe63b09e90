"""The command line -> one of Briefer's commands, an exit code, and sentences for people."""

from __future__ import annotations
