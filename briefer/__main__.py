"""python -m briefer -> the command line."""

import sys

from briefer.cli import main

sys.exit(main())
