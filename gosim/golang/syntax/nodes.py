"""The syntax tree: what a Go source file says, in small typed nodes with positions.

Models   go/ast and cmd/compile/internal/syntax.
Read     gosim.golang.syntax.parse next, which makes these from text.
Leaves out   comments, complex literals.

Types are written as expressions, as in Go's own compiler: only the type checker can tell
``f[int](x)`` from an index.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, dataclass_transform


class SourceFile:
    """One file: its name as errors print it, and its bytes."""

    __slots__ = ("name", "source")

    def __init__(self, name: str, source: bytes) -> None:
        self.name, self.source = name, source


class Node:
    """Anything with a place in a file.  `line` and `col` count from 1, `col` in bytes."""

    __slots__ = ("col", "end", "file", "line", "start")
    file: SourceFile
    line: int
    col: int
    start: int
    end: int

    @property
    def text(self) -> str:
        """The source text."""
        return self.file.source[self.start : self.end].decode("utf-8", "replace")

    def at(self, other: Node) -> Any:
        """Take the place of another node; return self."""
        self.file, self.line, self.col = other.file, other.line, other.col
        self.start, self.end = other.start, other.end
        return self


class Expr(Node):
    """An expression, or a type."""

    __slots__ = ()


class Stmt(Node):
    """A statement."""

    __slots__ = ()


@dataclass_transform(eq_default=False)
def node(cls: type) -> Any:
    """Make a slotted dataclass that is compared by identity."""
    return dataclass(slots=True, eq=False)(cls)


# -- expressions --------------------------------------------------------------------------------


@node
class Ident(Expr):
    """A name."""

    name: str


@node
class Literal(Expr):
    """A literal; `kind` is int, float, rune, string or imaginary; `value` is a Python value."""

    kind: str
    value: Any


@node
class CompositeLit(Expr):
    """``T{…}``; `type` is None inside another one; each element is (key or None, value)."""

    type: Expr | None
    elements: list[tuple[Expr | None, Expr]]


@node
class FuncLit(Expr):
    """``func(…) … {…}``."""

    type: FuncType
    body: Block


@node
class Paren(Expr):
    """``(x)``."""

    x: Expr


@node
class Selector(Expr):
    """``x.sel``."""

    x: Expr
    sel: Ident


@node
class Index(Expr):
    """``x[i]``, or ``x[T, U]``."""

    x: Expr
    indices: list[Expr]


@node
class SliceExpr(Expr):
    """``x[low:high:max]``."""

    x: Expr
    low: Expr | None
    high: Expr | None
    max: Expr | None


@node
class TypeAssert(Expr):
    """``x.(T)``."""

    x: Expr
    type: Expr


@node
class Call(Expr):
    """``fun(args…)``, a conversion too; `spread` for ``f(a...)``."""

    fun: Expr
    args: list[Expr]
    spread: bool


@node
class Star(Expr):
    """``*x``."""

    x: Expr


@node
class Unary(Expr):
    """``op x``; a receive is ``<-``."""

    op: str
    x: Expr


@node
class Binary(Expr):
    """``x op y``."""

    op: str
    x: Expr
    y: Expr


# -- types --------------------------------------------------------------------------------------


@node
class ArrayType(Expr):
    """``[length]elem``; `length` is None for a slice, ``...`` for ``[...]T``."""

    length: Expr | str | None
    elem: Expr


@node
class MapType(Expr):
    """``map[key]elem``."""

    key: Expr
    elem: Expr


@node
class ChanType(Expr):
    """``chan elem``."""

    direction: str
    elem: Expr


@node
class Param(Node):
    """A parameter, a result, a type parameter or a field; `name` is None when it has none."""

    name: Ident | None
    type: Expr
    variadic: bool = False
    embedded: bool = False
    tag: str = ""


@node
class FuncType(Expr):
    """``func(params) results``."""

    params: list[Param]
    results: list[Param]


@node
class StructType(Expr):
    """``struct {…}``."""

    fields: list[Param]


@node
class InterfaceType(Expr):
    """``interface {…}``: methods, and unions of (tilde, type)."""

    methods: list[tuple[Ident, FuncType]]
    unions: list[list[tuple[bool, Expr]]]


# -- statements ---------------------------------------------------------------------------------


@node
class ExprStmt(Stmt):
    """An expression as a statement."""

    x: Expr


@node
class Send(Stmt):
    """``channel <- value``."""

    channel: Expr
    value: Expr


@node
class IncDec(Stmt):
    """``x++`` or ``x--``."""

    x: Expr
    op: str


@node
class Assign(Stmt):
    """``lhs op rhs``: op is ``=``, ``:=``, ``+=`` and so on."""

    lhs: list[Expr]
    op: str
    rhs: list[Expr]


@node
class Go(Stmt):
    """``go call``."""

    call: Expr


@node
class Defer(Stmt):
    """``defer call``."""

    call: Expr


@node
class Return(Stmt):
    """``return results``."""

    results: list[Expr]


@node
class Branch(Stmt):
    """One of ``break``, ``continue``, ``fallthrough`` and ``goto``."""

    word: str
    label: Ident | None


@node
class Block(Stmt):
    """``{…}``; `close` is where its brace is."""

    body: list[Stmt]
    close: Node


@node
class If(Stmt):
    """``if init; cond {…} else …``."""

    init: Stmt | None
    cond: Expr
    then: Block
    otherwise: Stmt | None


@node
class Case(Node):
    """A case of a switch (`values`; None for default) or of a select (`comm`)."""

    values: list[Expr] | None
    comm: Stmt | None
    body: list[Stmt]


@node
class Switch(Stmt):
    """``switch init; tag {…}``."""

    init: Stmt | None
    tag: Expr | None
    cases: list[Case]


@node
class TypeSwitch(Stmt):
    """``switch init; name := x.(type) {…}``."""

    init: Stmt | None
    name: Ident | None
    x: Expr
    cases: list[Case]


@node
class Select(Stmt):
    """``select {…}``."""

    cases: list[Case]


@node
class For(Stmt):
    """``for init; cond; post {…}``."""

    init: Stmt | None
    cond: Expr | None
    post: Stmt | None
    body: Block


@node
class Range(Stmt):
    """``for key, value := range x {…}``."""

    key: Expr | None
    value: Expr | None
    define: bool
    x: Expr
    body: Block


@node
class Labeled(Stmt):
    """``label: stmt``."""

    label: Ident
    stmt: Stmt


@node
class DeclStmt(Stmt):
    """``var``, ``const`` or ``type`` inside a function."""

    specs: list[Any]


@node
class Empty(Stmt):
    """Nothing."""


# -- declarations -------------------------------------------------------------------------------


@node
class ValueSpec(Node):
    """Names of a const or var declaration; of a const with its iota, and repeated values."""

    word: str
    names: list[Ident]
    type: Expr | None
    values: list[Expr]
    iota: int = 0
    implicit: bool = False


@node
class TypeSpec(Node):
    """``type name[params] type``, or an alias."""

    name: Ident
    params: list[Param]
    type: Expr
    alias: bool


@node
class ImportSpec(Node):
    """``import name "path"``."""

    name: str
    path: str


@node
class FuncDecl(Node):
    """A function or method; `body` is None when Python has it."""

    name: Ident
    receiver: Param | None
    type_params: list[Param]
    type: FuncType
    body: Block | None


@node
class File(Node):
    """A source file."""

    package: str
    imports: list[ImportSpec] = field(default_factory=list)
    specs: list[Any] = field(default_factory=list)
    funcs: list[FuncDecl] = field(default_factory=list)
