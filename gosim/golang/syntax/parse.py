"""From text to tree: tree-sitter reads, this module makes our own nodes of what it read.

Models   cmd/compile/internal/syntax (parser.go), in effect.
Read     gosim.golang.syntax.nodes first, gosim.golang.syntax.statements next.
Leaves out   comments.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any, Final

import tree_sitter_go
from tree_sitter import Language, Parser

from gosim.golang.errors import CompileError, Problem
from gosim.golang.syntax import literals
from gosim.golang.syntax import nodes as n
from gosim.golang.syntax.complaints import syntax_problems
from gosim.golang.syntax.tokens import scan

_LANGUAGE: Final = Language(tree_sitter_go.language())


_LONGER: Final = frozenset({"++", "--", "&&", "&^", "<-"})
"""Tokens that a unary operator makes with what stands before it."""


def _where(around: Any) -> str:
    """Return how Go's parser says what it was reading, when an operator came instead."""
    if around.type == "unary_expression":
        return ", expected expression"
    if around.parent.type == "argument_list":
        return " in argument list; possibly missing comma or )"
    return " at end of statement"


def parser() -> Parser:
    """Return a parser of Go."""
    return Parser(_LANGUAGE)


def parse(source: bytes, name: str, minor: int = 0) -> n.File:
    """Return the tree of a file.  Raises CompileError for what is not Go.

    `minor` is the version whose words are used; 0 for a file that is known to be good.
    """
    from gosim.golang.syntax.statements import Reader  # noqa: PLC0415  the other half of the reader

    file = n.SourceFile(name, source)
    try:
        if minor and (problems := syntax_problems(file, minor)):
            raise CompileError(problems)
        root = parser().parse(source).root_node
        if root.has_error:
            file = n.SourceFile(name, _with_last_ends(source))
            root = parser().parse(file.source).root_node
        if root.has_error:
            raise CompileError([_unread(root, name)])
        return Reader(file).file_node(root)
    except RecursionError:
        raise too_deep(name) from None


def _with_last_ends(source: bytes) -> bytes:
    """Return a source in which the last of ``const ( A = 1; B = 2 )`` ends as tree-sitter wants.

    The semicolon takes the place of a blank, so that everything stays where it is.
    """
    text = source.decode("utf-8", "replace")
    tokens = scan(text, lambda at, what: None)
    groups: list[bool] = []
    ends: list[int] = []
    for before, token in pairwise(tokens):
        if token.kind == "(":
            groups.append(before.kind in ("const", "var"))
        elif token.kind == ")" and groups and groups.pop() and before.kind not in (";", "("):
            ends.append(before.end)
    for end in reversed(ends):
        blank = text[end] in " \t"
        text = text[:end] + ";" + text[end + blank :]
    return text.encode()


def _unread(node: Any, name: str) -> Problem:
    """Return the error of what is Go, but not for tree-sitter."""
    while node.type != "ERROR" and not node.is_missing:
        node = next(child for child in node.children if child.has_error or child.is_missing)
    row, column = node.start_point
    words = node.text.decode("utf-8", "replace").split("\n")[0]
    return Problem(name, row + 1, column + 1, f"gosim does not read this syntax: {words}")


def too_deep(name: str) -> CompileError:
    """Return the error of a program that Python cannot hold: Go has no such limits."""
    text = "the program is nested too deeply, or a type or a generic function is without end"
    return CompileError([Problem(name, 1, 1, text)])


class ExprReader:
    """Make nodes of expressions and types."""

    def __init__(self, file: n.SourceFile) -> None:
        self.source_file = file
        self.problems: list[Problem] = []

    def put(self, made: Any, ts: Any) -> Any:
        """Give a new node the place of a node of tree-sitter."""
        made.file = self.source_file
        row, column = ts.start_point
        made.line, made.col = row + 1, column + 1
        made.start, made.end = ts.start_byte, ts.end_byte
        return made

    def refuse(self, ts: Any, text: str) -> None:
        """Say that a construct is not supported."""
        row, column = ts.start_point
        self.problems.append(Problem(self.source_file.name, row + 1, column + 1, text))

    def text(self, ts: Any) -> str:
        """Return the source text of a node."""
        return self.source_file.source[ts.start_byte : ts.end_byte].decode("utf-8", "replace")

    def kids(self, ts: Any) -> list[Any]:
        """Return the named children, without comments."""
        return [child for child in ts.named_children if child.type != "comment"]

    def ident(self, ts: Any) -> n.Ident:
        """Return a name."""
        return self.put(n.Ident(self.text(ts)), ts)  # type: ignore[no-any-return]

    def optional(self, ts: Any) -> Any:
        """Return an expression, or None where there is none."""
        return None if ts is None else self.expr(ts)

    def exprs(self, ts: Any) -> list[n.Expr]:
        """Return the expressions of a list, or of the one that stands for it."""
        if ts is None:
            return []
        if ts.type == "expression_list":
            return [self.expr(child) for child in self.kids(ts)]
        return [self.expr(ts)]

    def expr(self, ts: Any) -> Any:
        """Return an expression or a type."""
        return self.put(_MAKERS[ts.type](self, ts), ts) if ts.type in _MAKERS else self._other(ts)

    def _other(self, ts: Any) -> Any:
        self.refuse(ts, f"{ts.type.replace('_', ' ')} is not supported")
        return self.put(n.Ident("_"), ts)

    # -- expressions ----------------------------------------------------------------------------

    def _name(self, ts: Any) -> n.Expr:
        return n.Ident(self.text(ts))

    def _int(self, ts: Any) -> n.Expr:
        return self._number(ts, "int", literals.integer)

    def _float(self, ts: Any) -> n.Expr:
        return self._number(ts, "float", literals.floating)

    def _number(self, ts: Any, kind: str, value: Callable[[str], Any]) -> n.Expr:
        text = self.text(ts)
        try:
            return n.Literal(kind, value(text))
        except ValueError:
            short = text if len(text) <= 20 else f"{text[:10]}…, {len(text)} characters long,"
            self.refuse(ts, f"the number {short} is not supported")
            return n.Literal(kind, 0)

    def _rune(self, ts: Any) -> n.Expr:
        return n.Literal("rune", literals.rune(self.text(ts)))

    def _string(self, ts: Any) -> n.Expr:
        return n.Literal("string", literals.string(self.text(ts)))

    def _imaginary(self, ts: Any) -> n.Expr:
        self.refuse(ts, "complex numbers are not supported")
        return n.Literal("int", 0)

    def _paren(self, ts: Any) -> n.Expr:
        return n.Paren(self.expr(self.kids(ts)[0]))

    def _composite(self, ts: Any) -> n.Expr:
        body = ts.child_by_field_name("body")
        return n.CompositeLit(self.expr(ts.child_by_field_name("type")), self._elements(body))

    def _literal_value(self, ts: Any) -> n.Expr:
        return n.CompositeLit(None, self._elements(ts))

    def _elements(self, ts: Any) -> list[tuple[n.Expr | None, n.Expr]]:
        made: list[tuple[n.Expr | None, n.Expr]] = []
        for child in self.kids(ts):
            if child.type == "keyed_element":
                key, value = self.kids(child)
                made.append((self.expr(self._inside(key)), self.expr(self._inside(value))))
            else:
                made.append((None, self.expr(self._inside(child))))
        return made

    def _inside(self, ts: Any) -> Any:
        return self.kids(ts)[0] if ts.type == "literal_element" else ts

    def _func_lit(self, ts: Any) -> n.Expr:
        body = self.block(ts.child_by_field_name("body"))
        return n.FuncLit(self.put(self.signature(ts), ts), body)

    def block(self, ts: Any) -> n.Block:
        """Return a block; gosim.golang.syntax.statements knows how."""
        raise NotImplementedError

    def _selector(self, ts: Any) -> n.Expr:
        x = self.expr(ts.child_by_field_name("operand"))
        return n.Selector(x, self.ident(ts.child_by_field_name("field")))

    def _qualified(self, ts: Any) -> n.Expr:
        package, name = self.kids(ts)
        return n.Selector(self.ident(package), self.ident(name))

    def _index(self, ts: Any) -> n.Expr:
        x = self.expr(ts.child_by_field_name("operand"))
        return n.Index(x, [self.expr(ts.child_by_field_name("index"))])

    def _generic(self, ts: Any) -> n.Expr:
        first, *rest = self.kids(ts)
        if len(rest) == 1 and rest[0].type == "type_arguments":
            rest = self.kids(rest[0])
        return n.Index(self.expr(first), [self.expr(kid) for kid in rest])

    def type_arguments(self, ts: Any) -> list[n.Expr]:
        """Return the types between brackets."""
        return [self.expr(child) for child in self.kids(ts)]

    def _type_elem(self, ts: Any) -> n.Expr:
        first: n.Expr = self.expr(self.kids(ts)[0])
        return first

    def _slice(self, ts: Any) -> n.Expr:
        get = ts.child_by_field_name
        low, high, most = (self.optional(get(f)) for f in ("start", "end", "capacity"))
        return n.SliceExpr(self.expr(get("operand")), low, high, most)

    def _assert(self, ts: Any) -> n.Expr:
        get = ts.child_by_field_name
        return n.TypeAssert(self.expr(get("operand")), self.expr(get("type")))

    def _call(self, ts: Any) -> n.Expr:
        fun = self.expr(ts.child_by_field_name("function"))
        types = ts.child_by_field_name("type_arguments")
        if types is not None:
            fun = n.Index(fun, self.type_arguments(types)).at(fun)
        args, spread = [], False
        for child in self.kids(ts.child_by_field_name("arguments")):
            if child.type == "variadic_argument":
                spread = True
                child = self.kids(child)[0]  # noqa: PLW2901  what stands before the dots
            args.append(self.expr(child))
        return n.Call(fun, args, spread)

    def _conversion(self, ts: Any) -> n.Expr:
        get = ts.child_by_field_name
        return n.Call(self.expr(get("type")), [self.expr(get("operand"))], False)

    def _unary(self, ts: Any) -> n.Expr:
        op = self.text(ts.child_by_field_name("operator"))
        before = self.source_file.source[ts.start_byte - 1 : ts.start_byte].decode("latin-1")
        if before + op in _LONGER:  # Go's scanner takes the longest token, whatever it means.
            row, column = ts.start_point
            text = f"syntax error: unexpected {before + op}{_where(ts.parent)}"
            self.problems.append(Problem(self.source_file.name, row + 1, column, text))
        x = self.expr(ts.child_by_field_name("operand"))
        return n.Star(x) if op == "*" else n.Unary(op, x)

    def _binary(self, ts: Any) -> n.Expr:
        get = ts.child_by_field_name
        return n.Binary(self.text(get("operator")), self.expr(get("left")), self.expr(get("right")))

    # -- types ----------------------------------------------------------------------------------

    def _pointer(self, ts: Any) -> n.Expr:
        return n.Star(self.expr(self.kids(ts)[0]))

    def _slice_type(self, ts: Any) -> n.Expr:
        return n.ArrayType(None, self.expr(ts.child_by_field_name("element")))

    def _array_type(self, ts: Any) -> n.Expr:
        get = ts.child_by_field_name
        return n.ArrayType(self.expr(get("length")), self.expr(get("element")))

    def _open_array_type(self, ts: Any) -> n.Expr:
        return n.ArrayType("...", self.expr(ts.child_by_field_name("element")))

    def _map_type(self, ts: Any) -> n.Expr:
        get = ts.child_by_field_name
        return n.MapType(self.expr(get("key")), self.expr(get("value")))

    def _chan_type(self, ts: Any) -> n.Expr:
        words = [child.type for child in ts.children if not child.is_named]
        direction = "both"
        if "<-" in words:
            direction = "recv" if words[0] == "<-" else "send"
        return n.ChanType(direction, self.expr(ts.child_by_field_name("value")))

    def signature(self, ts: Any) -> n.FuncType:
        """Return parameters and results of whatever has them."""
        params = self.params(ts.child_by_field_name("parameters"))
        result = ts.child_by_field_name("result")
        results: list[n.Param] = []
        if result is not None and result.type == "parameter_list":
            results = self.params(result)
        elif result is not None:
            results = [self.put(n.Param(None, self.expr(result)), result)]
        return n.FuncType(params, results)

    def params(self, ts: Any) -> list[n.Param]:
        """Return the parameters of a list, one for each name."""
        made: list[n.Param] = []
        for child in self.kids(ts):
            kind = self.expr(child.child_by_field_name("type"))
            variadic = child.type == "variadic_parameter_declaration"
            names = child.children_by_field_name("name")
            for name in names:
                if name.type != ",":
                    made.append(self.put(n.Param(self.ident(name), kind, variadic), name))
            if not names:
                made.append(self.put(n.Param(None, kind, variadic), child))
        return made

    def _struct_type(self, ts: Any) -> n.Expr:
        fields: list[n.Param] = []
        for child in self.kids(self.kids(ts)[0]):
            kind = self.expr(child.child_by_field_name("type"))
            tag = child.child_by_field_name("tag")
            label = literals.string(self.text(tag)) if tag is not None else ""
            names = [name for name in child.children_by_field_name("name") if name.is_named]
            for name in names:
                param = n.Param(self.ident(name), kind, tag=label)
                fields.append(self.put(param, name))
            if not names:
                if any(part.type == "*" for part in child.children):
                    kind = n.Star(kind).at(kind)
                param = n.Param(None, kind, embedded=True, tag=label)
                fields.append(self.put(param, child))
        return n.StructType(fields)

    def _interface_type(self, ts: Any) -> n.Expr:
        methods, unions = [], []
        for child in self.kids(ts):
            if child.type == "method_elem":
                name = self.ident(child.child_by_field_name("name"))
                methods.append((name, self.put(self.signature(child), child)))
            else:
                unions.append(self.union(child))
        return n.InterfaceType(methods, unions)

    def union(self, ts: Any) -> list[tuple[bool, n.Expr]]:
        """Return the terms of a constraint: (tilde, type)."""
        terms = []
        for child in self.kids(ts):
            tilde = child.type == "negated_type"
            terms.append((tilde, self.expr(self.kids(child)[0] if tilde else child)))
        return terms

    def _constraint(self, ts: Any) -> n.Expr:
        """Return the constraint of a type parameter: an interface, perhaps without the word."""
        terms = self.union(ts)
        if len(terms) == 1 and not terms[0][0]:
            return terms[0][1]
        return n.InterfaceType([], [terms])


_R: Final = ExprReader
_MAKERS: Final[dict[str, Callable[[Any, Any], n.Expr]]] = {
    **dict.fromkeys(
        ("identifier", "type_identifier", "field_identifier", "package_identifier", "nil", "true",
         "false", "iota", "blank_identifier"),
        _R._name,
    ),
    "int_literal": _R._int,
    "float_literal": _R._float,
    "imaginary_literal": _R._imaginary,
    "rune_literal": _R._rune,
    "interpreted_string_literal": _R._string,
    "raw_string_literal": _R._string,
    "parenthesized_expression": _R._paren,
    "parenthesized_type": _R._paren,
    "composite_literal": _R._composite,
    "literal_value": _R._literal_value,
    "func_literal": _R._func_lit,
    "selector_expression": _R._selector,
    "qualified_type": _R._qualified,
    "index_expression": _R._index,
    "generic_type": _R._generic,
    "type_instantiation_expression": _R._generic,
    "type_elem": _R._type_elem,
    "type_constraint": _R._constraint,
    "slice_expression": _R._slice,
    "type_assertion_expression": _R._assert,
    "call_expression": _R._call,
    "type_conversion_expression": _R._conversion,
    "unary_expression": _R._unary,
    "binary_expression": _R._binary,
    "pointer_type": _R._pointer,
    "slice_type": _R._slice_type,
    "array_type": _R._array_type,
    "implicit_length_array_type": _R._open_array_type,
    "map_type": _R._map_type,
    "channel_type": _R._chan_type,
    "function_type": lambda reader, ts: reader.signature(ts),
    "struct_type": _R._struct_type,
    "interface_type": _R._interface_type,
}  # fmt: skip
