"""What the helper process does: carry out requests on standard input until the program ends."""

from __future__ import annotations

import json
import os
import sys

from briefer.guard.outside import receive, send


def main() -> None:
    """Answer one request after another."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing else may write among the answers
    try:
        while True:
            request, pages = receive(sys.stdin.buffer, 2)
            from briefer.guard.errands import carry_out  # not before it is needed

            send(answers, json.dumps(carry_out(json.loads(request), pages)).encode())
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return


if __name__ == "__main__":
    main()
