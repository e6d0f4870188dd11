"""Every disagreement of the invented articles is found, and nothing else is reported."""

import pytest

from summarizer.writing.disagreements.finding import disagreements
from writing.disagreements.invented import HELD, TRIED, Row
