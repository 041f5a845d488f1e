"""What a name means: variables, constants, types, functions, packages; and scopes.

Models   go/types: Object, Scope, operand.
Read     gosim.golang.syntax.nodes and gosim.golang.types.gotypes first.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final

from gosim.golang.syntax import nodes as n
from gosim.golang.types import gotypes as t


class Object:
    """The meaning of a name.  `at` is where it was declared; None in the universe."""

    __slots__ = ("at", "name", "package")

    def __init__(self, name: str, at: n.Node | None = None, package: Package | None = None) -> None:
        self.name, self.at, self.package = name, at, package


class Var(Object):
    """A variable.  What the checker learns about it decides how Python keeps it.

    `frame` is the function that it belongs to (None for package level), `captured` whether an
    inner function uses it, `addressed` whether there is a pointer to it, `writes` how often it
    is assigned after its declaration, `in_loop` whether it is made anew in each pass of a loop.
    """

    __slots__ = (
        "addressed", "captured", "frame", "in_loop", "is_param", "lazy", "mutated", "python", "type", "used",
        "writes",
    )  # fmt: skip

    def __init__(self, name: str, type_: Any, at: n.Node | None, frame: Frame | None) -> None:
        super().__init__(name, at)
        self.type: Any = type_
        self.frame = frame
        self.used = self.captured = self.addressed = self.is_param = self.mutated = False
        self.in_loop = frame is not None and frame.loops > 0
        self.writes = 0
        self.lazy: Callable[[], None] | None = None
        self.python = ""


class Const(Object):
    """A constant; `value` is a bool, int, Fraction or Go string."""

    __slots__ = ("lazy", "type", "used", "value")

    def __init__(self, name: str, type_: Any, value: Any, at: n.Node | None = None) -> None:
        super().__init__(name, at)
        self.type, self.value = type_, value
        self.lazy: Callable[[], None] | None = None
        self.used = False


class TypeName(Object):
    """A type, or with `params` a generic one, whose instances are made by `instance`."""

    __slots__ = ("instances", "lazy", "params", "spec", "type")

    def __init__(self, name: str, type_: Any, at: n.Node | None = None) -> None:
        super().__init__(name, at)
        self.type: Any = type_
        self.params: list[n.Param] = []
        self.spec: Any = None
        self.instances: dict[tuple[t.Type, ...], t.Named] = {}
        self.lazy: Callable[[], t.Type] | None = None


class Func(Object):
    """A function or method as declared; `scope` is its file's."""

    __slots__ = ("decl", "frames", "receiver", "scope", "signature")

    def __init__(self, name: str, decl: n.FuncDecl, scope: Scope, package: Package) -> None:
        super().__init__(name, decl.name, package)
        self.decl, self.scope = decl, scope
        self.signature: t.Signature | None = None
        self.receiver: TypeName | None = None
        self.frames: dict[Any, Frame] = {}


class PkgName(Object):
    """An imported package under the name that a file gives it."""

    __slots__ = ("imported", "used")

    def __init__(self, name: str, imported: Package, at: n.Node | None) -> None:
        super().__init__(name, at)
        self.imported, self.used = imported, False


class Builtin(Object):
    """A predeclared function."""

    __slots__ = ()


class Nil(Object):
    """The name nil."""

    __slots__ = ()


class Method:
    """A method of a named type.  `func` is the Python function, once there is one."""

    __slots__ = ("decl", "func", "name", "pointer", "type_args")

    def __init__(self, name: str, decl: Func, pointer: bool, type_args: Any = ()) -> None:
        self.name, self.decl, self.pointer, self.type_args = name, decl, pointer, type_args
        self.func: Callable[..., Any] | None = None


class Scope:
    """Names, and the scope around them."""

    __slots__ = ("names", "parent")

    def __init__(self, parent: Scope | None) -> None:
        self.parent = parent
        self.names: dict[str, Object] = {}

    def lookup(self, name: str) -> Object | None:
        """Return what the name means here."""
        scope: Scope | None = self
        while scope is not None:
            found = scope.names.get(name)
            if found is not None:
                return found
            scope = scope.parent
        return None


class Package:
    """A package: its scope, and the Python module behind it if it is of the library."""

    __slots__ = ("blanks", "files", "inits", "module", "name", "path", "scope", "variables")

    def __init__(self, path: str, name: str, universe: Scope) -> None:
        self.path, self.name = path, name
        self.scope = Scope(universe)
        self.files: list[tuple[n.File, Scope]] = []
        self.module: Any = None
        self.inits: list[Func] = []
        self.blanks: list[Object] = []
        self.variables: list[VarGroup] = []

    def native(self, name: str) -> Any:
        """Return what the Python module calls so; None if it has nothing of that name."""
        table = getattr(self.module, "implementations", {})
        return table[name] if name in table else getattr(self.module, name, None)


class VarGroup:
    """Variables of the package that one initialiser gives values: ``var a, b = f()``."""

    __slots__ = ("frame", "scope", "spec", "state", "values", "variables")

    def __init__(self, spec: n.ValueSpec, variables: list[Var], scope: Scope) -> None:
        self.spec, self.variables, self.scope = spec, variables, scope
        self.values: list[n.Expr] = []
        self.frame: Frame | None = None
        self.state = "new"


class Frame:
    """A function body with its types filled in: what the translator works on.

    `info` says for each expression what it is.  `waits` becomes True when it can block; from
    `calls` (frames), `signatures` (calls of function values) and `methods` (calls through
    interfaces, by name) that is found.  `stores` says whether it assigns to what is not its own.
    It holds `literals` function literals; it is itself the one with this `number`, or none: 0.
    """

    __slots__ = (
        "args",
        "body",
        "calls",
        "func",
        "has_defer",
        "has_loop",
        "has_recover",
        "info",
        "label",
        "literals",
        "loops",
        "methods",
        "named_results",
        "node",
        "number",
        "params",
        "parent",
        "python",
        "recursive",
        "results",
        "scope_types",
        "signature",
        "signatures",
        "stores",
        "touched",
        "variables",
        "waits",
    )  # fmt: skip

    def __init__(self, node: Any, parent: Frame | None, signature: Any) -> None:
        self.node, self.parent, self.signature = node, parent, signature
        self.func: Func | None = None
        self.args: Any = ()
        self.body: n.Block | None = None
        self.info: dict[Any, Any] = parent.info if parent else {}
        self.loops = 0
        self.has_loop = False
        self.waits = self.stores = self.has_defer = self.has_recover = self.recursive = False
        self.literals = self.number = 0
        self.calls: set[Frame] = set()
        self.signatures: set[Any] = set()
        self.methods: set[str] = set()
        self.params: list[Var] = []
        self.results: list[Var] = []
        self.named_results = False
        self.python = self.label = ""
        self.variables: list[Var] = []
        self.scope_types: Any = None
        self.touched: set[Any] = set()


class Operand:
    """What an expression is.

    `mode` is one of novalue, builtin, type, const, var, mapindex, value, commaok, nil, generic,
    invalid; `value` is that of a constant; `obj` what a name or selector refers to.
    """

    __slots__ = ("expr", "mode", "obj", "type", "value")

    def __init__(
        self, mode: str, type_: Any, expr: Any, value: Any = None, obj: Any = None
    ) -> None:
        self.mode, self.type, self.expr, self.value, self.obj = mode, type_, expr, value, obj

    @property
    def ok(self) -> bool:
        """Whether there was no error."""
        return self.mode != "invalid"


BUILTINS: Final = [
    "append",
    "cap",
    "clear",
    "close",
    "copy",
    "delete",
    "len",
    "make",
    "max",
    "min",
    "new",
    "panic",
    "print",
    "println",
    "recover",
]
REFUSED_BUILTINS: Final = frozenset(("complex", "real", "imag"))


def universe() -> Scope:
    """Return the scope of predeclared names."""
    scope = Scope(None)
    names = scope.names
    for name, basic in t.PREDECLARED.items():
        names[name] = TypeName(name, basic)
    names["byte"], names["rune"] = TypeName("byte", t.UINT8), TypeName("rune", t.INT32)
    names["any"], names["error"] = TypeName("any", t.ANY), TypeName("error", t.ERROR)
    names["comparable"] = TypeName("comparable", t.Interface((), None, True))
    names["true"] = Const("true", t.UNTYPED_BOOL, True)
    names["false"] = Const("false", t.UNTYPED_BOOL, False)
    names["iota"] = Const("iota", t.UNTYPED_INT, None)
    names["nil"] = Nil("nil")
    for name in BUILTINS:
        names[name] = Builtin(name)
    return scope


Value = bool | int | Fraction | str
