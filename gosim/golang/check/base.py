"""What all parts of the type checker share: where it is, what it found, how it complains.

Models   go/types: checker state, operandString.
Read     gosim.golang.types.objects first, gosim.golang.check.typexprs next.
"""

from __future__ import annotations

import re
from typing import Any, Final

from gosim.golang.check.constants import default_type, kind_of_value, represent, show
from gosim.golang.errors import Problem
from gosim.golang.syntax import nodes as n
from gosim.golang.syntax.places import declared_at
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Frame, Operand, Package, Scope, universe

COMPLEX: Final = ("complex64", "complex128", "complex", "real", "imag")
"""What Go predeclares and gosim does not."""


class CheckBase:
    """The state of a check: one program, all its packages."""

    def __init__(self, minor: int, loader: Any) -> None:
        self.minor = minor
        self.loopvar = minor >= 22
        self.loader = loader
        self.universe = universe()
        self.packages: dict[str, Package] = {}
        self.problems: list[Problem] = []
        self.queue: list[Frame] = []
        self.frames: list[Frame] = []
        self.scope: Scope = self.universe
        self.frame: Frame = Frame(None, None, t.Signature((), ()))
        self.package: Package = Package("", "", self.universe)
        self.iota: int | None = None
        self.quiet = 0
        self.in_instance = False
        self.values: dict[Any, set[Frame]] = {}
        self.method_values: set[str] = set()
        self.reached: set[Any] = set()
        self.spawned: set[Frame] = set()
        self.enclosing: dict[Any, list[tuple[str, str]]] = {}
        self.labels_used: set[str] = set()
        self.refused: set[str] = set()
        """Names of packages that there are not."""
        self.wordings = [(re.compile(r"\batomic\."), '"sync/atomic".')]
        """How messages word types: packages that have a namesake in the runtime by their path,
        byte and rune as such in a program that does not say uint8 or int32."""
        if minor >= 24:
            self.wordings.append((re.compile(r"\bsync\."), '"sync".'))
        self.lacking: dict[str, Package] = {}
        """Packages in which a name was not found, by path."""

    def fail(self, at: Any, text: str) -> None:
        """Note an error."""
        if not self.quiet:
            place = start_of(at)
            self.problems.append(Problem(place.file.name, place.line, place.col, text))

    def insert(self, scope: Scope, at: Any, name: str, obj: Any) -> None:
        """Declare a name in a scope, unless it is blank.  Go: Checker.declare and Scope.Insert."""
        if name == "_":
            return
        before = scope.names.setdefault(name, obj)
        if before is not obj:
            other = f"{declared_at(before)}: other declaration of {name}"
            self.fail(at, f"{name} redeclared in this block\n{other}")

    def undefined(self, at: Any, name: str) -> None:
        """Note a name that nobody declares, unless its package was refused already."""
        if name in COMPLEX:
            self.fail(at, "complex numbers are not supported")
        elif name.partition(".")[0] not in self.refused:
            self.fail(at, f"undefined: {name}")

    def bad(self, e: Any) -> Operand:
        """Return the operand of an expression that is wrong."""
        return self.note(e, Operand("invalid", t.INVALID, e))

    def note(self, e: Any, operand: Operand) -> Operand:
        """Remember what an expression is."""
        self.frame.info[e] = operand
        return operand

    def value(self, e: Any, type_: t.Type) -> Operand:
        """Return the operand of a value."""
        return self.note(e, Operand("value", type_, e))

    def constant(self, e: Any, type_: t.Type, value: Any) -> Operand:
        """Return the operand of a constant."""
        return self.note(e, Operand("const", type_, e, value))

    # -- what the other parts provide -----------------------------------------------------------

    def typ(self, e: Any) -> t.Type:
        """Return the type that an expression denotes."""
        raise NotImplementedError

    def expr(self, e: Any, hint: Any = None) -> Operand:
        """Check an expression that must be a value, and return what it is."""
        raise NotImplementedError

    def raw(self, e: Any, hint: Any = None) -> Operand:
        """Check an expression that may be a type, a builtin, or nothing."""
        raise NotImplementedError

    def assign(self, x: Operand, type_: Any, context: str) -> bool:
        """Check that x can be assigned to a variable of that type."""
        raise NotImplementedError

    def reach(self, type_: Any) -> None:
        """Note that values of the type get into interfaces."""
        raise NotImplementedError

    def method_signature(self, method: Any, base: Any = None) -> t.Signature:
        """Return the type of a method, without its receiver."""
        raise NotImplementedError

    def say(self, type_: Any) -> str:
        """Return a type as messages of this package say it."""
        text = type_text(type_, self.package.name)
        for pattern, wording in self.wordings:
            text = pattern.sub(wording, text)
        return text

    def describe(self, x: Operand) -> str:
        """Return an operand as messages say it.  Go: operandString."""
        text = shown(x.expr) if x.expr is not None else ""
        if x.mode == "nil":
            return "nil"
        if x.mode == "novalue":
            return f"{text} (no value)"
        if x.mode == "type":
            return f"{text} (type)"
        if x.mode == "builtin":
            return f"{text} (built-in)"
        untyped = isinstance(x.type, t.Basic) and x.type.untyped
        if x.mode == "const":
            value = show(x.value)
            tail = f" {value}" if value != text else ""
            if untyped:
                return f"{text} ({x.type} constant{tail})"
            return f"{text} (constant{tail} of {self._kinded(x)})"
        word = {"var": "variable", "mapindex": "map index expression", "value": "value",
                "commaok": "comma, ok expression", "generic": "value"}[x.mode]  # fmt: skip
        if untyped:
            return f"{text} ({x.type} {word})"
        return f"{text} ({word} of {self._kinded(x)})"

    def non_channel(self, x: Operand) -> str:
        """Return what is said about an operand that should be a channel."""
        kind = f"{self.say(x.type)} " if self.minor >= 26 else ""
        return f"non-channel {kind}{self.describe(x)}"

    def say_of(self, x: Operand) -> str:
        """Return an operand's type as messages say it: a declared function's has its names."""
        call = x.expr if isinstance(x.type, t.Tuple) else None
        source = self.frame.info.get(call.fun) if isinstance(call, n.Call) else x
        obj = getattr(source, "obj", None)
        func = getattr(getattr(obj, "method", obj), "decl", None)
        func = getattr(func, "decl", func)  # A method's decl is the function.
        if not isinstance(func, n.FuncDecl) or not isinstance(x.type, (t.Signature, t.Tuple)):
            return self.say(x.type)
        if isinstance(x.type, t.Tuple):
            return f"({self._named_items(func.type.results, x.type.items)})"
        return "func" + self._named_shape(func.type, x.type)

    def _named_shape(self, node: n.FuncType, signature: t.Signature) -> str:
        results = self._named_items(node.results, signature.results)
        if len(signature.results) > 1 or (node.results and node.results[0].name is not None):
            results = f"({results})"
        params = self._named_items(node.params, signature.params)
        return f"({params})" + (f" {results}" if results else "")

    def _named_items(self, nodes: list[n.Param], types: tuple[t.Type, ...]) -> str:
        items = []
        for param, type_ in zip(nodes, types, strict=False):
            if isinstance(param.type, n.FuncType) and isinstance(type_, t.Signature):
                text = "func" + self._named_shape(param.type, type_)
            else:
                text = self.say(type_)
            text = "..." + text.removeprefix("[]") if param.variadic else text
            items.append(f"{param.name.name} {text}" if param.name is not None else text)
        return ", ".join(items)

    def _kinded(self, x: Operand) -> str:
        """Return `type T`, or from 1.24 on `struct type T` and the like."""
        type_ = x.type
        kind = ""
        if self.minor >= 24 and isinstance(type_, t.Named) and type_ is not t.ERROR:
            kind = _KINDS.get(type(type_.underlying).__name__, "")
            if isinstance(type_.underlying, t.Basic):
                kind = type_.underlying.name
            kind = kind and kind + " "
        elif self.minor >= 24 and type_ is t.ERROR:
            kind = "interface "
        return f"{kind}type {self.say_of(x)}"

    # -- untyped operands -----------------------------------------------------------------------

    def is_untyped(self, x: Operand) -> bool:
        """Return whether an operand has no type of its own yet."""
        return x.mode == "nil" or (isinstance(x.type, t.Basic) and x.type.untyped)

    def settle(self, x: Operand, type_: Any) -> None:
        """Give an untyped operand its final type, and what it is made of too."""
        if not self.is_untyped(x) or x.mode == "nil":
            return
        if x.mode == "const":
            value = represent(x.value, type_)
            x.value = x.value if value is None else value
        x.type = type_
        if x.expr is not None:
            self._settle_parts(x.expr, type_)
        typed = not self.is_untyped(x)
        if typed and x.mode != "const" and t.kind_of(type_) != "int" and _is_shift(x.expr):
            self.fail(
                x.expr.x,
                f"invalid operation: shifted operand {x.expr.x.text} "
                f"(type {self.say(type_)}) must be integer",
            )

    def _settle_parts(self, e: Any, type_: Any) -> None:
        inner: list[Any] = []
        if (
            isinstance(e, n.Paren)
            or isinstance(e, n.Unary)
            or (isinstance(e, n.Binary) and e.op in ("<<", ">>"))
        ):
            inner = [e.x]
        elif isinstance(e, n.Binary) and e.op not in COMPARISONS:
            inner = [e.x, e.y]
        for part in inner:
            operand = self.frame.info.get(part)
            if operand is not None and self.is_untyped(operand):
                self.settle(operand, type_)

    def default(self, x: Operand) -> t.Type:
        """Settle an operand with the type that it has by default."""
        self.settle(x, default_type(x.type))
        return x.type  # type: ignore[no-any-return]

    def unsettled(self, value: Any) -> t.Basic:
        """Return the untyped type of a constant."""
        return kind_of_value(value)


COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">="))
_KINDS = {
    "Struct": "struct", "Interface": "interface", "Map": "map", "Slice": "slice",
    "Chan": "chan", "Signature": "func", "Array": "array", "Pointer": "pointer", "Opaque": "struct",
}  # fmt: skip


def _is_shift(e: Any) -> bool:
    return isinstance(e, n.Binary) and e.op in ("<<", ">>")


def shown(e: Any) -> str:
    """Return an expression as messages show it: without the insides of literals."""
    if isinstance(e, n.CompositeLit):
        inside = "…" if e.elements else ""
        return f"{e.type.text if e.type is not None else ''}{{{inside}}}"
    if isinstance(e, n.Unary):
        return e.op + shown(e.x)
    if isinstance(e, n.Binary):
        return f"{shown(e.x)} {e.op} {shown(e.y)}"
    if isinstance(e, n.Paren):
        return f"({shown(e.x)})"
    if isinstance(e, n.Selector):
        return f"{shown(e.x)}.{e.sel.name}"
    if isinstance(e, n.Index):
        return f"{shown(e.x)}[{', '.join(map(shown, e.indices))}]"
    if isinstance(e, n.FuncLit):
        head = e.file.source[e.start : e.body.start].decode("utf-8", "replace").rstrip()
        return f"{head} {{{'…' if e.body.body else ''}}}"
    if isinstance(e, n.Call):
        return (
            f"{shown(e.fun)}({', '.join(shown(arg) for arg in e.args)}{'...' if e.spread else ''})"
        )
    return str(e.text)


def start_of(at: Any) -> Any:
    """Return the node at which an expression begins.  Go: syntax.StartPos."""
    return at.expr if isinstance(at, Operand) else at


_STRUCT = re.compile(r"\b(struct|interface) \{ ?(.*?) ?\}")


def type_text(type_: Any, package: str) -> str:
    """Return a type as messages say it: without the name of its own package."""
    text = str(type_)
    if type_ is t.ANY:
        return "any"
    text = text.replace("interface {}", "any")
    if package:
        text = re.sub(rf"\b{package}\.", "", text)
    return _STRUCT.sub(lambda found: f"{found[1]}{{{found[2]}}}", text)
