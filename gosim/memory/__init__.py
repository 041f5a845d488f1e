"""Memory, counted to the byte in Go's units.

Models   the sizes that runtime/malloc.go gives to what the model allocates.
Read     sizes, then ledger.
Leaves out   the collector, spans, the scavenger.
"""

from gosim.memory.ledger import Array, Ledger, Population
from gosim.memory.sizes import Sizes, size_class

__all__ = ["Array", "Ledger", "Population", "Sizes", "size_class"]
