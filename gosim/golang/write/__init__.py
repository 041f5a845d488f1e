"""A checked program written in Python, each construct by a module of its own.

Models   what cmd/compile does after types2, with Python in the place of machine code.
Read     writer, exprs, calls, places, stmts: in this order; gosim.golang.translate next.
Leaves out   nothing that the checker lets through.
"""
