"""Go's types, as objects: two types are identical exactly if they are the same object.

Models   The Go Programming Language Specification: Types, Properties of types and values.
Read     nothing first; gosim.golang.values next.
Leaves out   complex numbers, unsafe.Pointer.

A composite type is made by its constructor, which returns the same object for the same parts:

>>> Slice(INT) is Slice(INT), Slice(INT) is Slice(STRING)
(True, False)
>>> str(Map(STRING, Pointer(Named("Point", "main"))))
'map[string]*main.Point'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final
from weakref import WeakValueDictionary


class Type:
    """A type.  `runtime` is where gosim.golang.values keeps what it derives from it."""

    __slots__ = ("__weakref__", "runtime")
    runtime: Any

    def __init__(self) -> None:
        self.runtime = None

    @property
    def underlying(self) -> Type:
        """The type without its name."""
        return self

    def __repr__(self) -> str:
        return f"<{self}>"


class Interned(Type):
    """A type that is known by its parts."""

    __slots__ = ()
    _known: WeakValueDictionary[Any, Any]
    _defaults: tuple[Any, ...]

    def __init_subclass__(cls) -> None:
        cls._known = WeakValueDictionary()
        cls._defaults = cls.parts.__defaults__ or ()

    def __new__(cls, *parts: Any) -> Any:
        """Return the type of these parts, the same object each time."""
        missing = cls.parts.__code__.co_argcount - 1 - len(parts)
        if missing:
            parts += cls._defaults[-missing:]
        made = cls._known.get(parts)
        if made is None:
            made = object.__new__(cls)
            cls._known[parts] = made
            made.runtime = None
            made.parts(*parts)
        return made

    def __init__(self, *parts: Any) -> None:
        """Do nothing: `parts` was called when the type was new."""

    def parts(self, *parts: Any) -> None:
        """Take the parts."""
        raise NotImplementedError


class Basic(Type):
    """A predeclared type.  `bits` is 0 for what has no width; `untyped` is of a constant."""

    __slots__ = ("bits", "kind", "name", "signed", "untyped")

    def __init__(self, name: str, kind: str, bits: int = 0, signed: bool = False) -> None:
        super().__init__()
        self.name, self.kind, self.bits, self.signed = name, kind, bits, signed
        self.untyped = name.startswith("untyped")

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the greatest integer."""
        if self.signed:
            return -(1 << (self.bits - 1)), (1 << (self.bits - 1)) - 1
        return 0, (1 << self.bits) - 1

    def __str__(self) -> str:
        return self.name


BOOL: Final = Basic("bool", "bool")
STRING: Final = Basic("string", "string")
INT: Final = Basic("int", "int", 64, True)
INT8: Final = Basic("int8", "int", 8, True)
INT16: Final = Basic("int16", "int", 16, True)
INT32: Final = Basic("int32", "int", 32, True)
INT64: Final = Basic("int64", "int", 64, True)
UINT: Final = Basic("uint", "int", 64)
UINT8: Final = Basic("uint8", "int", 8)
UINT16: Final = Basic("uint16", "int", 16)
UINT32: Final = Basic("uint32", "int", 32)
UINT64: Final = Basic("uint64", "int", 64)
UINTPTR: Final = Basic("uintptr", "int", 64)
FLOAT32: Final = Basic("float32", "float", 32)
FLOAT64: Final = Basic("float64", "float", 64)
UNTYPED_BOOL: Final = Basic("untyped bool", "bool")
UNTYPED_INT: Final = Basic("untyped int", "int")
UNTYPED_RUNE: Final = Basic("untyped rune", "int")
UNTYPED_FLOAT: Final = Basic("untyped float", "float")
UNTYPED_STRING: Final = Basic("untyped string", "string")
UNTYPED_NIL: Final = Basic("untyped nil", "nil")
INVALID: Final = Basic("invalid type", "invalid")

PREDECLARED: Final = {
    basic.name: basic
    for basic in (
        BOOL, STRING, INT, INT8, INT16, INT32, INT64, UINT, UINT8, UINT16, UINT32, UINT64,
        UINTPTR, FLOAT32, FLOAT64,
    )
}  # fmt: skip


class Named(Type):
    """A defined type.  `resolve` finds the underlying type when it is first asked for.

    `methods` are by name; what they are is the type checker's matter (`MethodDecl`).
    """

    __slots__ = ("_resolve", "_underlying", "args", "decl", "methods", "name", "pkg")

    def __init__(
        self,
        name: str,
        pkg: str,
        underlying: Type | None = None,
        methods: dict[str, Any] | None = None,
        resolve: Callable[[Named], Type] | None = None,
        args: tuple[Type, ...] = (),
    ) -> None:
        super().__init__()
        self.name, self.pkg, self.args = name, pkg, args
        self._underlying = underlying
        self._resolve = resolve
        self.methods: dict[str, Any] = methods if methods is not None else {}
        self.decl: Any = None

    @property
    def underlying(self) -> Type:
        """The type behind the name, which has no name itself."""
        if self._underlying is None:
            resolve, self._resolve = self._resolve, None
            if resolve is None:
                return INVALID  # It is being resolved: an invalid recursive type.
            self._underlying = resolve(self)
        return self._underlying

    def __str__(self) -> str:
        name = f"{self.pkg}.{self.name}" if self.pkg else self.name
        if self.args:
            name += "[" + ",".join(str(arg) for arg in self.args) + "]"
        return name


class Opaque(Type):
    """The underlying type of a library type that is no struct at run time: ``time.Time``."""

    __slots__ = ("zero",)

    def __init__(self, zero: Any) -> None:
        super().__init__()
        self.zero = zero

    def __str__(self) -> str:
        return "struct {}"


class TypeParam(Type):
    """A type parameter, while arguments for it are sought."""

    __slots__ = ("constraint", "name")

    def __init__(self, name: str, constraint: Any = None) -> None:
        super().__init__()
        self.name, self.constraint = name, constraint

    def __str__(self) -> str:
        return self.name


class Pointer(Interned):
    """``*elem``."""

    __slots__ = ("elem",)
    elem: Type

    def parts(self, elem: Type) -> None:
        """Take the element."""
        self.elem = elem

    def __str__(self) -> str:
        return f"*{self.elem}"


class Slice(Interned):
    """``[]elem``."""

    __slots__ = ("elem",)
    elem: Type

    def parts(self, elem: Type) -> None:
        """Take the element."""
        self.elem = elem

    def __str__(self) -> str:
        return f"[]{self.elem}"


class Array(Interned):
    """``[length]elem``."""

    __slots__ = ("elem", "length")
    elem: Type
    length: int

    def parts(self, length: int, elem: Type) -> None:
        """Take length and element."""
        self.length, self.elem = length, elem

    def __str__(self) -> str:
        return f"[{self.length}]{self.elem}"


class Map(Interned):
    """``map[key]elem``."""

    __slots__ = ("elem", "key")
    elem: Type
    key: Type

    def parts(self, key: Type, elem: Type) -> None:
        """Take key and element."""
        self.key, self.elem = key, elem

    def __str__(self) -> str:
        return f"map[{self.key}]{self.elem}"


BOTH, SEND, RECV = "both", "send", "recv"


class Chan(Interned):
    """``chan elem``; `direction` is "both", "send" or "recv"."""

    __slots__ = ("direction", "elem")
    elem: Type
    direction: str

    def parts(self, direction: str, elem: Type) -> None:
        """Take direction and element."""
        self.direction, self.elem = direction, elem

    def __str__(self) -> str:
        elem = str(self.elem)
        if isinstance(self.elem, Chan) and self.elem.direction == RECV and self.direction != SEND:
            elem = f"({elem})"
        return {BOTH: "chan ", SEND: "chan<- ", RECV: "<-chan "}[self.direction] + elem


class Signature(Interned):
    """A function type: types of parameters and results; a variadic one ends with a slice."""

    __slots__ = ("params", "results", "variadic")
    params: tuple[Type, ...]
    results: tuple[Type, ...]
    variadic: bool

    def parts(
        self, params: tuple[Type, ...], results: tuple[Type, ...], variadic: bool = False
    ) -> None:
        """Take parameters and results."""
        self.params, self.results, self.variadic = params, results, variadic

    def shape(self) -> str:
        """Return parameters and results, without the word func."""
        params = [str(param) for param in self.params]
        if self.variadic:
            params[-1] = "..." + params[-1][2:]
        results = ", ".join(str(result) for result in self.results)
        if len(self.results) > 1:
            results = f"({results})"
        return f"({', '.join(params)})" + (f" {results}" if results else "")

    def __str__(self) -> str:
        return "func" + self.shape()


class Tuple(Interned):
    """The type of a call with several results, or with none."""

    __slots__ = ("items",)
    items: tuple[Type, ...]

    def parts(self, items: tuple[Type, ...]) -> None:
        """Take the types."""
        self.items = items

    def __str__(self) -> str:
        return "(" + ", ".join(str(item) for item in self.items) + ")"


class Field(Interned):
    """A field of a struct."""

    __slots__ = ("embedded", "name", "tag", "type")
    name: str
    type: Type
    embedded: bool
    tag: str

    def parts(self, name: str, type_: Type, embedded: bool = False, tag: str = "") -> None:
        """Take its parts."""
        self.name, self.type, self.embedded, self.tag = name, type_, embedded, tag

    def __str__(self) -> str:
        text = str(self.type) if self.embedded else f"{self.name} {self.type}"
        return f"{text} {self.tag!r}" if self.tag else text


class Struct(Interned):
    """A struct type without a name."""

    __slots__ = ("fields",)
    fields: tuple[Field, ...]

    def parts(self, fields: tuple[Field, ...]) -> None:
        """Take the fields."""
        self.fields = fields

    def __str__(self) -> str:
        if not self.fields:
            return "struct {}"
        return "struct { " + "; ".join(str(field) for field in self.fields) + " }"


class Term(Interned):
    """A term of a constraint: `type`, or with `tilde` all types of that underlying type."""

    __slots__ = ("tilde", "type")
    tilde: bool
    type: Type

    def parts(self, tilde: bool, type_: Type) -> None:
        """Take its parts."""
        self.tilde, self.type = tilde, type_

    def __str__(self) -> str:
        return ("~" if self.tilde else "") + str(self.type)


class Interface(Interned):
    """An interface: all methods, sorted by name; the union of terms (None: any type)."""

    __slots__ = ("comparable", "methods", "terms")
    methods: tuple[tuple[str, Signature], ...]
    terms: tuple[Term, ...] | None
    comparable: bool

    def parts(
        self,
        methods: tuple[tuple[str, Signature], ...],
        terms: tuple[Term, ...] | None = None,
        comparable: bool = False,
    ) -> None:
        """Take its parts."""
        self.methods, self.terms, self.comparable = methods, terms, comparable

    def method(self, name: str) -> Signature | None:
        """Return the method of that name."""
        return next((signature for n, signature in self.methods if n == name), None)

    def __str__(self) -> str:
        parts = [name + signature.shape() for name, signature in self.methods]
        if self.terms is not None:
            parts.append(" | ".join(str(term) for term in self.terms))
        if self.comparable:
            parts.append("comparable")
        return "interface { " + "; ".join(parts) + " }" if parts else "interface {}"


ANY: Final = Interface((), None, False)
ERROR: Final = Named("error", "", Interface((("Error", Signature((), (STRING,))),)))
EMPTY_STRUCT: Final = Struct(())


def interface_of(methods: Iterable[tuple[str, Signature]]) -> Interface:
    """Return the interface of these methods."""
    return Interface(tuple(sorted(dict(methods).items())), None, False)


def identical(a: Type, b: Type) -> bool:
    """Return whether two types are identical."""
    return a is b


def is_interface(t: Type) -> bool:
    """Return whether values of `t` are interface values."""
    return isinstance(t.underlying, Interface)


def is_aggregate(t: Type) -> bool:
    """Return whether a value is changed in place and must be copied: a struct or an array."""
    return isinstance(t.underlying, (Struct, Array))


def kind_of(t: Type) -> str:
    """Return "int", "float", "string", "bool" or "nil" for a basic type, else ""."""
    under = t.underlying
    return under.kind if isinstance(under, Basic) else ""


def is_comparable(t: Type) -> bool:
    """Return whether ``==`` exists for values of `t` (an interface may still panic)."""
    under = t.underlying
    if isinstance(under, (Slice, Map, Signature)):
        return False
    if isinstance(under, Array):
        return is_comparable(under.elem)
    if isinstance(under, Struct):
        return all(is_comparable(field.type) for field in under.fields)
    return True
