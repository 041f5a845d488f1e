"""Real Go, to be asked: a toolchain, the same program under faketime, and the comparison.

Models   nothing in Go.
Read     toolchains, faketime, compare: in this order; record for the recordings of the
         tests; programs and recorded for measurements of memory.
"""

from gosim.oracle.compare import Comparison, Row, verify
from gosim.oracle.faketime import Outcome, ask
from gosim.oracle.toolchains import Toolchain, find, found, install

__all__ = [
    "Comparison",
    "Outcome",
    "Row",
    "Toolchain",
    "ask",
    "find",
    "found",
    "install",
    "verify",
]
