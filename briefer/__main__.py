"""python -m briefer -> the command line."""

import sys

# Python looks first where it was started; in a briefing's folder that would import what lies there.
if not sys.flags.safe_path:
    del sys.path[0]

from briefer.cli import main

sys.exit(main())
