"""`override` on every Python that Briefer runs on: typing has it from 3.12."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from typing import override
else:

    def override(method):
        return method


__all__ = ["override"]
