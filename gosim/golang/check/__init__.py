"""The type checker: is it Go, and of what type is each expression?

Models   cmd/compile/internal/types2.
Read     base, typexprs, exprs, calls, stmts, decls: in this order.
Leaves out   complex numbers; bodies of generic functions that nobody calls.
"""
