"""Allocation sites in Python: what generated code says when it makes an object of the heap.

Models   what cmd/compile puts on the heap, and the sizes that it asks for.
Read     gosim.golang.analysis.escape and gosim.golang.values.allocations first,
         gosim.golang.write.exprs next.
"""

from __future__ import annotations

from typing import Any, Final

from gosim.golang.analysis.escape import escaping
from gosim.golang.analysis.flows import captured
from gosim.golang.check.constants import default_type
from gosim.golang.program import Program
from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Frame, Func, Method, Var
from gosim.golang.values.allocations import Objects, Site
from gosim.golang.values.containers import size_of
from gosim.golang.values.hashmaps import MapSite
from gosim.golang.values.makechan import has_pointers
from gosim.golang.write.writer import Writer
from gosim.memory import Shapes, names

WORD: Final = 8

NEW_TEXTS: Final = {
    "fmt": (),
    "strconv": (),
    "strings": (
        "Clone", "Join", "Map", "Repeat", "Replace", "ReplaceAll", "Title", "ToLower", "ToTitle",
        "ToUpper", "ToValidUTF8",
    ),
    "bytes": ("String",),
    "time": ("Format", "GoString", "String"),
}  # fmt: skip
"""Functions of the library whose results are new strings: those named, or all of a package."""


NEW_SLICES: Final = frozenset(
    [
        *("Fields", "FieldsFunc", "Split", "SplitAfter", "SplitAfterN", "SplitN"),
        *("Clone", "Join", "Map", "Repeat", "Replace", "ReplaceAll", "Title", "ToLower"),
        *("ToTitle", "ToUpper", "ToValidUTF8"),
    ]
)
"""Functions of strings and bytes whose results, if they are slices, are new ones."""

PARTING: Final = frozenset(
    [
        *("Cut", "CutPrefix", "CutSuffix", "Fields", "FieldsFunc", "Split", "SplitAfter"),
        *("SplitAfterN", "SplitN", "Trim", "TrimFunc", "TrimLeft", "TrimLeftFunc", "TrimPrefix"),
        *("TrimRight", "TrimRightFunc", "TrimSpace", "TrimSuffix"),
    ]
)
"""Functions of strings and bytes whose results are parts of their first argument."""

NEW_OBJECTS: Final = {
    ("errors", "New"): ("*errors.errorString", 16, True),
    ("math/rand", "New"): ("*rand.Rand", 48, True),
    ("math/rand", "NewSource"): ("*rand.rngSource", 4872, False),
}
"""Functions of the library that make an object: its type, bytes, whether it has pointers."""

NEW_ERRORS: Final = frozenset((("errors", "Join"), ("fmt", "Errorf")))
"""Functions of the library that make an error of one type or another."""


class SiteWriter(Writer):
    """Write what counts objects."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.escapes = escaping(program)
        self.objects = Objects(program.version.minor)
        self.own_names: dict[Var, str] = {}
        self.passing: Any = None
        """A function literal that a go statement calls: it is garbage once the goroutine runs."""
        self.passed_on: dict[Any, list[str]] = {}
        """What such literals get besides their arguments."""

    def is_heap(self, e: Any) -> bool:
        """Return whether what an expression makes is an object of the heap."""
        return e in self.escapes.heap

    # -- sites ----------------------------------------------------------------------------------

    def site(self, e: Any, what: str, size: int, pointers: bool, name: str = "") -> str:
        """Return the name of a place that allocates."""
        return self.constant(
            ("site", e, what, size),
            f"at_{e.line}",
            lambda: Site(
                self.objects, what, size, pointers, self._where(e), name, e in self.objects.buffered
            ),
        )

    def _where(self, e: Any) -> tuple[str, str]:
        """Return the Go name of the function, and the place in its file if it is the program's."""
        own = self.package is self.program.main
        return go_name(self.frame, self.package.name), f"{e.file.name}:{e.line}" if own else ""

    def type_site(self, e: Any, kind: t.Type) -> str:
        """Return the site of an object of a type."""
        size, name = self.layout(kind)
        return self.site(e, said(kind), size, has_pointers(kind), name)

    def layout(self, kind: t.Type) -> tuple[int, str]:
        """Return the bytes of a type in real Go, and the name of its population if it has one."""
        shapes = Shapes(self.objects.sizes)
        if str(kind) == "context.cancelCtx":
            return sum(piece.bytes for piece in shapes.with_cancel()), names.WITH_CANCEL
        if str(kind) == "context.timerCtx":
            return sum(piece.bytes for piece in shapes.with_timeout()), names.WITH_TIMEOUT
        return size_of(kind), ""

    # -- objects --------------------------------------------------------------------------------

    def object_at(self, e: Any, kind: t.Type, text: str) -> str:
        """Return a new struct, array or cell that is an object of the heap."""
        if not size_of(kind):
            return text
        made = "array_at" if isinstance(kind.underlying, t.Array) else "owned"
        return f"{made}({self.type_site(e, kind)}, {text})"

    def array_of(self, e: Any, elem: t.Type, growing: bool = False) -> str:
        """Return the site of a slice's array; a growing one may begin on the stack from 1.25 on."""
        stacked = e in self.escapes.in_place and not self.is_heap(("buffer", e))
        if growing and stacked and self.objects.sizes.minor >= 25:
            self.objects.buffered.add(e)
        return self.site(e, f"[]{said(elem)}", size_of(elem), has_pointers(elem))

    def sliced(self, e: Any, elem: t.Type, text: str) -> str:
        """Return a new slice, counted if its array is on the heap."""
        if not self.is_heap(e) or not size_of(elem):
            return text
        return f"sliced({self.array_of(e, elem)}, {text})"

    def text_at(self, e: Any, text: str, always: bool = False) -> str:
        """Return a new string, counted if it is on the heap or too long for the stack."""
        how = "text" if always or self.is_heap(e) else "passing_text"
        return f"{how}({self.site(e, 'string', 0, False)}, {text})"

    def new_value(self, func: Func, e: Any, text: str) -> str:
        """Return the call of a library's function, counted if it returns something new."""
        path = func.package.path if func.package is not None else ""
        if (path, func.name) in NEW_OBJECTS:
            what, size, pointers = NEW_OBJECTS[path, func.name]
            return f"boxed({self.site(e, what, size, pointers)}, {text})"
        if (path, func.name) in NEW_ERRORS:
            words = self.site(e, "string", 0, False)
            return f"error_at({self.site(e, 'error', 0, True)}, {words}, {text})"
        names = NEW_TEXTS.get(path)
        kind = self.frame.info[e].type
        if path in ("strings", "bytes") and func.name in NEW_SLICES and isinstance(kind, t.Slice):
            return f"sliced({self.array_of(e, kind.elem)}, {text})"
        if names is None or (names and func.name not in names) or kind is not t.STRING:
            return text
        return self.text_at(e, text, always=True)

    def boxed(self, e: Any, have: t.Type | None, text: str) -> str:
        """Return an interface value, counted if it has an object on the heap."""
        if have is None or not self.is_heap(("box", e)):
            return text
        how = "boxed_passing" if ("box", e) in self.escapes.passing else "boxed"
        return f"{how}({self.type_site(e, default_type(have))}, {text})"

    def map_site(self, e: Any, under: t.Map) -> str:
        """Return the site of a map."""
        key, elem, minor = size_of(under.key), size_of(under.elem), self.objects.sizes.minor
        pointers = has_pointers(under.key) or has_pointers(under.elem)

        def made() -> MapSite:
            site = Site(self.objects, said(under), 0, pointers, self._where(e))
            return MapSite(site, key, elem, minor, self.is_heap(e))

        return self.constant(("map", e, under), f"map_{e.line}", made)

    def is_static(self, e: Any) -> bool:
        """Return whether a package's variable begins as a literal: its objects are no heap's.

        They are part of the program's image, and stay for good.  Go: StaticAssign.
        """
        while isinstance(e, n.Paren) or (isinstance(e, n.Unary) and e.op == "&"):
            e = e.x
        kind = None if not isinstance(e, n.CompositeLit) else self.frame.info[e].type.underlying
        if kind is None or isinstance(kind, t.Map):
            return False
        self.escapes.heap.discard(e)
        for _, element in e.elements:
            self.is_static(element)
        return True

    def objects_name(self) -> str:
        """Return the name of what all sites share."""
        return self.constant("objects", "objects", self.objects)

    # -- variables ------------------------------------------------------------------------------

    def is_moved(self, var: Var) -> bool:
        """Return whether a variable is an object of the heap."""
        return var in self.escapes.moved and size_of(var.type) > 0

    def moved(self, var: Var, text: str) -> str:
        """Return a variable's first value as the object that it is."""
        return self.object_at(var.at, var.type, text)

    def keep_variable(self, var: Var) -> None:
        """Count a variable that Python keeps in the function's frame."""
        if var not in self.own_names:
            self.own_names[var] = self.local_name(f"{self.var_name(var)}_own")
        self.line(f"{self.own_names[var]} = own({self.type_site(var.at, var.type)})")

    # -- closures -------------------------------------------------------------------------------

    def closure_owns(self, e: n.FuncLit, frame: Frame) -> list[str]:
        """Return the parameters that keep what a closure refers to alive, and its own object."""
        taken = captured(frame)
        kept = [self.own_names[var] for var in taken if var in self.own_names]
        owns = [f"{name}={name}" for name in kept]
        if not taken or not self.is_heap(e):
            return owns
        size = WORD + sum(self.captured_size(var) for var in taken)
        name = self._closure_name(size)
        site = self.site(e, "func literal", size, True, name)
        if e is self.passing:
            self.line(f"passing({site})")
            return owns
        return [*owns, f"_own=own({site})"]

    def _closure_name(self, size: int) -> str:
        """Return the population of a closure of package context."""
        if self.package.path != "context":
            return ""
        return names.CANCEL_FUNC if size <= 2 * WORD else names.DEADLINE_FUNC

    def captured_size(self, var: Var) -> int:
        """Return the bytes that a captured variable takes in a closure."""
        if not self.escapes.by_value(var):
            return WORD
        return -(-size_of(var.type) // WORD) * WORD

    def go_start(self, call: n.Call) -> None:
        """Count the closure of a go statement with arguments.  Go: normalizeGoDeferCall."""
        size = WORD
        for arg in call.args:
            kind = self.frame.info[arg].type
            if kind is not None and not isinstance(kind, t.Tuple):
                size += -(-size_of(default_type(kind)) // WORD) * WORD
        if size > WORD:
            self.line(f"passing({self.site(call, 'go statement', size, True)})")


def said(kind: t.Type) -> str:
    """Return a type as programs write it."""
    return str(kind).replace("uint8", "byte")


def go_name(frame: Frame, package: str) -> str:
    """Return the name of a function as Go prints it."""
    numbers: list[str] = []
    while frame.parent is not None:
        numbers += [str(frame.number)] if frame.number else []
        frame = frame.parent
    suffix = f".func{'.'.join(reversed(numbers))}" if numbers else ""
    func = frame.func
    if func is None:
        return f"{package}.init{suffix}"
    if func.receiver is None:
        return f"{package}.{func.name}{suffix}"
    _, method = frame.args
    assert isinstance(method, Method)
    name = func.receiver.name
    owner = f"(*{name})" if method.pointer else name
    return f"{package}.{owner}.{func.name}{suffix}"
