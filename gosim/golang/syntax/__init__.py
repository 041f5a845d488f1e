"""What a Go source file says: its tokens, its grammar, and the tree of nodes.

Models   cmd/compile/internal/syntax, and go/parser's way of complaining.
Read     nodes, parse, statements; tokens and grammar for what is wrong with a source.
Leaves out   what anything means.
"""
