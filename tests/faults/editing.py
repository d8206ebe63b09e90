"""A process that edits a desk and says each change only when it is on disk.

usage: editing.py FOLDER NAME COUNT
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from briefer.desk.changes import AddPick
from briefer.desk.desk import Desk
from briefer.desk.model import PickedCard

HERE = "/briefings/one"


def main(folder: str, name: str, count: str) -> None:
    desk = Desk(Path(folder), lambda: date(2026, 11, 23))
    for number in range(int(count)):
        pick = PickedCard(f"{name}-{number}", "A card")
        desk.ask(AddPick(HERE, pick))
        kept = desk.keep(HERE)
        print(f"trouble {kept.trouble}" if kept.trouble else pick.card, flush=True)
    while desk.keep(HERE).trouble:
        pass
    desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
