"""Where the pointers in a value may come from: the expressions of a program, for escape analysis.

Models   cmd/compile/internal/escape: expr.go, call.go.
Read     gosim.golang.types.objects first, gosim.golang.analysis.escape next.
Leaves out   how often a pointer is followed on the way: what is read through a pointer counts as
             the pointer; inlining; which parameter of a function its results come from: all do.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from gosim.golang.check.constants import default_type
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.lookup import Found
from gosim.golang.types.objects import Frame, Func, Method, Var
from gosim.golang.values.boxes import is_boxed
from gosim.golang.values.containers import size_of
from gosim.golang.values.makechan import has_pointers

HEAP: Final = "the heap"

LARGE: Final = 64 << 10
"""What is larger goes to the heap in any case.  Go: ir.MaxImplicitStackVarSize."""

BY_VALUE: Final = 128
"""A captured variable that never changes is copied into the closure up to this size."""

KEEPS_NOTHING: Final = frozenset(
    [
        "strings",
        "strconv",
        "bytes",
        "sort",
        "slices",
        "maps",
        "math",
        "math/rand",
        "unicode",
        "unicode/utf8",
        "os",
        "bufio",
        "io",
        "flag",
        "runtime",
    ]
)
"""Packages whose functions, written in Python, do not keep what they are given."""


class Address:
    """The address of a variable, which moves to the heap if it gets too far."""

    __slots__ = ("var",)

    def __init__(self, var: Var) -> None:
        self.var = var


class Escapes:
    """The result: syntax nodes whose objects are on the heap, and variables that are.

    `passing` are those of the nodes that are garbage after the call that they are made for,
    `in_place` the appends of the form ``s = append(s, …)``.
    """

    def __init__(self) -> None:
        self.heap: set[Any] = set()
        self.moved: set[Var] = set()
        self.stepped: set[Var] = set()
        self.passing: set[Any] = set()
        self.in_place: set[Any] = set()

    def by_value(self, var: Var) -> bool:
        """Return whether a closure has a copy of the variable, not its address.

        A loop's variable that only the loop's last clause changes is another one in each pass.
        """
        writes = var.writes - (1 if var in self.stepped else 0)
        changes = writes or var.addressed or (var.mutated and t.is_aggregate(var.type))
        return not changes and size_of(var.type) <= BY_VALUE


def captured(frame: Frame) -> list[Var]:
    """Return the variables of outer functions that a function literal refers to."""
    found = [
        var
        for var in frame.touched
        if isinstance(var, Var) and var.frame is not None and function_of(var.frame) is not frame
    ]
    return sorted(found, key=lambda var: (var.at.start if var.at is not None else 0, var.name))


def function_of(frame: Frame | None) -> Frame | None:
    """Return the function that a frame belongs to: the body of a range is part of one."""
    while frame is not None and isinstance(frame.node, n.Range):
        frame = frame.parent
    return frame


class Flows:
    """The graph of where values flow, while it is built."""

    def __init__(self, program: Any) -> None:
        self.program = program
        self.check = program.check
        self.edges: dict[Any, set[Any]] = {}
        self.owner: dict[Any, Frame | None] = {}
        self.depth: dict[Any, int] = {}
        self.addresses: dict[Var, Address] = {}
        self.out: set[Any] = set()
        self.result = Escapes()
        self.frame: Any = None
        self.info: dict[Any, Any] = {}
        self.loops = 0

    # -- building -------------------------------------------------------------------------------

    def enter(self, frame: Frame, info: dict[Any, Any]) -> None:
        """Go on in this function."""
        self.frame, self.info, self.loops = frame, info, 0

    def made(self, node: Any) -> set[Any]:
        """Note that an expression makes an object; return the node."""
        self.owner[node], self.depth[node] = self.frame, self.loops
        return {node}

    def address(self, var: Var) -> set[Any]:
        """Return the node of a variable's address."""
        if var.frame is None:
            return set()
        if var not in self.addresses:
            self.addresses[var] = Address(var)
            self.flow({var}, self.addresses[var])
        return {self.addresses[var]}

    def flow(self, sources: Iterable[Any], target: Any) -> None:
        """Let values flow into a variable or an object."""
        for source in sources:
            self.edges.setdefault(source, set()).add(target)

    def to_heap(self, sources: Iterable[Any]) -> None:
        """Let values get out of sight."""
        self.out.update(sources)

    # -- expressions ----------------------------------------------------------------------------

    def type_of(self, e: Any) -> Any:
        """Return the type of an expression; None if it has no single one."""
        x = self.info.get(e)
        return None if x is None or x.mode in ("type", "builtin", "novalue") else x.type

    def flows(self, e: Any) -> set[Any]:
        """Return where the pointers in an expression's value may come from."""
        x = self.info.get(e)
        if x is not None and x.mode in ("const", "nil", "type", "builtin"):
            return set()
        method = getattr(self, "_" + type(e).__name__.lower(), None)
        found: set[Any] = method(e) if method is not None else set()
        kind = self.type_of(e)
        if kind is not None and not isinstance(kind, t.Tuple) and not _may_point(kind):
            return set()
        return found

    def converted(self, e: Any, target: Any) -> set[Any]:
        """Return the flows of an expression that becomes a value of another type."""
        found = self.flows(e)
        x = self.info.get(e)
        if x is None or target is None or x.mode in ("const", "nil"):
            return found
        have = x.type if x.type is None else default_type(x.type)
        if have is None or isinstance(have, t.Tuple):
            return found
        if boxes(have, target):
            self.flow(found, _box(e))
            return self.made(_box(e))
        return found

    def _paren(self, e: n.Paren) -> set[Any]:
        return self.flows(e.x)

    def _ident(self, e: n.Ident) -> set[Any]:
        operand = self.info.get(e)  # None for a type argument.
        obj = None if operand is None else operand.obj
        return {obj} if isinstance(obj, Var) and obj.frame is not None else set()

    def _selector(self, e: n.Selector) -> set[Any]:
        x = self.info.get(e)
        found = None if x is None else x.obj
        if not isinstance(found, Found):
            return set()
        inner = self.flows(e.x)
        if found.field is not None:
            return inner
        if isinstance(found.method, Method) and found.method.pointer:
            inner = inner | self._address_of(e.x)
        self.flow(inner, e)
        return self.made(e)

    def _index(self, e: n.Index) -> set[Any]:
        if self.info[e].obj is not None and self.info[e].mode == "value":
            return set()  # A generic function with its types.
        for index in e.indices:
            self.flows(index)
        return self.flows(e.x)

    def _sliceexpr(self, e: n.SliceExpr) -> set[Any]:
        for bound in (e.low, e.high, e.max):
            if bound is not None:
                self.flows(bound)
        kind = self.type_of(e.x)
        if kind is not None and isinstance(kind.underlying, t.Array):
            return self._address_of(e.x)
        return self.flows(e.x)

    def _typeassert(self, e: n.TypeAssert) -> set[Any]:
        return self.flows(e.x)

    def _star(self, e: n.Star) -> set[Any]:
        return self.flows(e.x)

    def _unary(self, e: n.Unary) -> set[Any]:
        if e.op == "&":
            return self._address_of(e.x)
        self.flows(e.x)
        return set()

    def _address_of(self, e: Any) -> set[Any]:
        """Return the flows of ``&e``."""
        while isinstance(e, n.Paren):
            e = e.x
        if isinstance(e, n.CompositeLit):
            found = self.flows(e)
            self.flow(found - {e}, e)
            return self.made(e)
        x = self.info.get(e)
        if x is not None and isinstance(x.obj, Var):
            kind = x.type
            pointer = isinstance(kind.underlying, t.Pointer) and not isinstance(e, n.Ident)
            return {x.obj} if pointer else self.address(x.obj)
        if isinstance(e, (n.Selector, n.Index)):
            kind = self.type_of(e.x)
            if kind is not None and isinstance(kind.underlying, (t.Struct, t.Array)):
                return self._address_of(e.x)
            return self.flows(e.x)
        return self.flows(e)

    def _binary(self, e: n.Binary) -> set[Any]:
        self.flows(e.x)
        self.flows(e.y)
        kind = self.type_of(e)
        return (
            self.made(e)
            if e.op == "+" and kind is not None and t.kind_of(kind) == "string"
            else set()
        )

    def _compositelit(self, e: n.CompositeLit) -> set[Any]:
        kind = self.info[e].type
        implied = e.type is None and isinstance(kind.underlying, t.Pointer)
        under = (kind.underlying.elem if implied else kind).underlying
        wanted = _element_types(e, under)
        found: set[Any] = set()
        for (key, value), want in zip(e.elements, wanted, strict=False):
            if isinstance(under, t.Map):
                self.to_heap(self.converted(key, under.key) | self.converted(value, under.elem))
            else:
                found |= self.converted(value, want)
        if not implied and isinstance(under, (t.Struct, t.Array)):
            return found
        self.flow(found, e)
        return self.made(e)

    def _funclit(self, e: n.FuncLit) -> set[Any]:
        frame = self.info[e].obj
        taken = captured(frame)
        for var in taken:
            self.flow({var} if self.result.by_value(var) else self.address(var), e)
        return self.made(e) if taken else set()

    # -- calls ----------------------------------------------------------------------------------

    def _call(self, e: n.Call) -> set[Any]:
        fun = self.info.get(e.fun)
        if fun is None:
            return set()
        if fun.mode == "type":
            return self._conversion(e)
        if fun.mode == "builtin":
            return self._builtin(e, fun.obj.name)
        return self.call(e, HEAP)

    def call(self, e: n.Call, unknown: Any) -> set[Any]:
        """Let arguments flow into parameters; return what the results may be.

        `unknown` is where arguments flow when nobody knows what is called.
        """
        fun = self.info[e.fun]
        frame, keeps = self._callee(e, fun)
        passed = self._passed(e, fun, frame)
        given: set[Any] = set()
        for number, found in enumerate(passed):
            given |= found
            if frame is not None:
                params = frame.params
                if params:
                    self.flow(found, params[min(number, len(params) - 1)])
            elif keeps:
                self.to_heap(found)
                if printing(fun.obj):
                    self.result.passing |= {node for node in found if isinstance(node, tuple)}
        kind = fun.type.underlying
        results = kind.results if isinstance(kind, t.Signature) else ()
        return given if any(_may_point(result) for result in results) else set()

    def _callee(self, e: n.Call, fun: Any) -> tuple[Frame | None, bool]:
        """Return the function that is called, if it is known; else whether it keeps arguments."""
        obj = fun.obj
        if isinstance(obj, Frame):
            self.flows(e.fun)
            return obj, True
        if isinstance(obj, Func):
            frame = obj.frames.get(fun.value or ())
            path = obj.package.path if obj.package is not None else ""
            return frame, path not in KEEPS_NOTHING
        if isinstance(obj, Found) and isinstance(obj.method, Method):
            decl = obj.method.decl
            frame = decl.frames.get(("method", obj.method.type_args))
            path = decl.package.path if decl.package is not None else ""
            return frame, path not in KEEPS_NOTHING and path != "sync"
        if not isinstance(obj, Found):
            self.flows(e.fun)
        return None, True

    def _passed(self, e: n.Call, fun: Any, frame: Frame | None) -> list[set[Any]]:
        """Return the flows of all arguments, the receiver first."""
        first: list[set[Any]] = []
        if isinstance(fun.obj, Found) and fun.obj.method is not None and fun.value != "method":
            selector = e.fun
            while isinstance(selector, n.Paren):
                selector = selector.x
            receiver = selector.x  # type: ignore[attr-defined]
            pointer = isinstance(fun.obj.method, Method) and fun.obj.method.pointer
            kind = self.type_of(receiver)
            direct = kind is not None and isinstance(kind.underlying, (t.Pointer, t.Interface))
            first = [self.flows(receiver) if direct or not pointer else self._address_of(receiver)]
        signature = fun.type.underlying
        params = list(signature.params) if isinstance(signature, t.Signature) else []
        found = []
        for number, arg in enumerate(e.args):
            want = params[min(number, len(params) - 1)] if params else None
            if signature.variadic and number >= len(params) - 1 and not e.spread:
                want = params[-1].underlying.elem  # type: ignore[attr-defined]
            found.append(self.converted(arg, want))
        return first + found

    def _conversion(self, e: n.Call) -> set[Any]:
        target = self.info[e].type
        found = self.converted(e.args[0], target)
        have, want = self.type_of(e.args[0]), target.underlying
        text = t.kind_of(target) == "string"
        if have is not None and text != (t.kind_of(default_type(have)) == "string"):
            if text or isinstance(want, t.Slice):
                return self.made(e)
        return found

    def _builtin(self, e: n.Call, name: str) -> set[Any]:
        if name == "append":
            elem = self.info[e].type.underlying.elem
            for arg in e.args[1:]:
                self.to_heap(self.flows(arg) if e.spread else self.converted(arg, elem))
            buffer = self.made(("buffer", e))
            self.depth["buffer", e] = 0  # There is one for all passes of a loop.
            return self.flows(e.args[0]) | self.made(e) | buffer
        if name == "panic":
            self.to_heap(self.converted(e.args[0], t.ANY))
            return set()
        found = [self.flows(arg) for arg in e.args]
        if name == "copy":
            self.to_heap(found[1])
        if name in ("min", "max"):
            return set().union(*found)
        if name == "make":
            if len(e.args) > 1 and self._large(e):
                self.to_heap({e})
            return self.made(e)
        return self.made(e) if name == "new" else set()

    def _large(self, e: n.Call) -> bool:
        """Return whether the size of what make makes is unknown, or too large for a stack."""
        under = self.info[e].type.underlying
        if not isinstance(under, t.Slice):
            return False
        sizes = [self.info[arg] for arg in e.args[1:]]
        if any(size.mode != "const" for size in sizes):
            return True
        return int(sizes[-1].value) * size_of(under.elem) > LARGE


def printing(obj: Any) -> bool:
    """Return whether a function only prints what it is given."""
    return isinstance(obj, Func) and obj.package is not None and obj.package.path in ("fmt", "log")


def boxes(have: Any, target: Any) -> bool:
    """Return whether a value that becomes an interface value needs an object for itself."""
    if not isinstance(target.underlying, t.Interface) or isinstance(have.underlying, t.Interface):
        return False
    return not isinstance(have.underlying, (t.Pointer, t.Map, t.Chan, t.Signature)) and (
        is_boxed(have) or isinstance(have.underlying, t.Basic)
    )


def _box(e: Any) -> Any:
    return ("box", e)


def _may_point(kind: Any) -> bool:
    return isinstance(kind, t.Tuple) or has_pointers(kind)


def _element_types(e: n.CompositeLit, under: Any) -> list[Any]:
    """Return the types that the elements of a literal become."""
    if isinstance(under, t.Struct):
        by_name = {field.name: field.type for field in under.fields}
        return [
            by_name.get(key.name) if isinstance(key, n.Ident) else under.fields[number].type
            for number, (key, _) in enumerate(e.elements)
        ]
    return [getattr(under, "elem", None)] * len(e.elements)
