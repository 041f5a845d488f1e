"""The Go front end: source text to goroutines.  The only package that knows tree-sitter.

Models   cmd/compile: syntax, types2, and instead of machine code, Python.
Read     syntax, types, check, program, analysis, write, translate, run: in this order; values and
         lib for what the translation calls when it runs.
Leaves out   complex numbers, unsafe, cgo, packages that are not in gosim.golang.lib.
"""
