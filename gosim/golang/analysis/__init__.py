"""What the compiler finds out about a checked program: which values outlive their function.

Models   cmd/compile/internal/escape.
Read     flows, escape: in this order.
Leaves out   inlining.
"""
