"""Go's types, and what names mean.

Models   cmd/compile/internal/types2: types, objects, lookup, inference.
Read     gotypes, objects, lookup, inference: in this order.
Leaves out   the rules by which a program is accepted: gosim.golang.check.
"""
