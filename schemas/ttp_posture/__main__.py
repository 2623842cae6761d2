"""Run the command line: ``python -m ttp_posture``."""

import sys

from ttp_posture.cli import main

sys.exit(main())
