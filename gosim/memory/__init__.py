"""Memory, counted to the byte in Go's units: the allocator, the collector, the scavenger.

Models   what the allocator and the collector of Go do with the objects of the model.
Read     sizes, spans, ledger, shapes; then pacer, collector, footprint; then what looks at them:
         heap, why, heapprofile, sizing.
Leaves out   what each module says.
"""

from gosim.memory.heap import Heap, MemStats
from gosim.memory.ledger import Array, Ledger, Piece, Population
from gosim.memory.pacer import Settings
from gosim.memory.shapes import Shapes
from gosim.memory.sizes import Sizes, size_class

__all__ = [
    "Array",
    "Heap",
    "Ledger",
    "MemStats",
    "Piece",
    "Population",
    "Settings",
    "Shapes",
    "Sizes",
    "size_class",
]
