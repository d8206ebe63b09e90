"""What the child process of a Press does: answer requests on standard input until it ends."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.guard.limits import end_with_parent, limit_memory
from briefer.guard.network import deny_network
from briefer.sheets.errors import SheetError
from briefer.sheets.options import Options
from briefer.sheets.press import asked, send
from briefer.sheets.printing import typeset
from briefer.sheets.typesetting import Typesetter


def main() -> None:
    """Typeset what is asked for, one request after another."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing else may write among the answers
    limit_memory()
    end_with_parent()
    deny_network()  # where the parent could not
    typesetter = Typesetter(Path(sys.argv[1]))
    known: tuple[Briefing, Report] | None = None
    try:
        while True:
            news, options = asked(sys.stdin.buffer)
            known = news or known
            send(answers, _answer(typesetter, known, options))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        typesetter.close()  # the parent may have ended without a chance to tidy up


def _answer(
    typesetter: Typesetter, known: tuple[Briefing, Report] | None, options: Options
) -> object:
    assert known is not None
    try:
        return typeset(typesetter, *known, options)
    except SheetError as error:
        return error
    except Exception:  # our own fault: it is raised again in the parent
        return traceback.format_exc()


if __name__ == "__main__":
    main()
