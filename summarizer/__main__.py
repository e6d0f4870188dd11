"""`python -m summarizer` is the same as `summarizer`."""

import sys

from summarizer.cli import main

sys.exit(main())
