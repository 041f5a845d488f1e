"""The Go front end: source text to goroutines.  The only package that knows tree-sitter.

Models   cmd/compile: syntax, types2, and instead of machine code, Python.
Read     nodes, syntax, gotypes, check, translate, run: in this order; values for run time.
Leaves out   complex numbers, unsafe, cgo, packages that are not in gosim.golang.lib.
"""
