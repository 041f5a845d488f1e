"""Interface values, and what every type can do at run time: zero, copy, compare, key.

Models   runtime/iface.go, runtime/alg.go (efaceeq, typehash) of Go 1.22.
Read     gosim.golang.types.gotypes and gosim.golang.values.structs first.

A value in an interface must know its dynamic type.  int, float64, string and bool are Python's
own types; a pointer to a struct is the object, whose class is the struct's; everything else is
in a box, whose class stands for the type.

>>> from gosim.golang.types.gotypes import INT, STRING, UINT8, Pointer, Slice
>>> box(INT, 5), box(UINT8, 5), dynamic_type(box(UINT8, 5))
(5, Box(uint8, 5), <uint8>)
>>> iface_equal(box(UINT8, 5), box(UINT8, 5)), iface_equal(box(UINT8, 5), 5)
(True, False)
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from gosim.golang.types.gotypes import (
    BOOL,
    FLOAT64,
    INT,
    STRING,
    Array,
    Basic,
    Interface,
    Map,
    Opaque,
    Pointer,
    Signature,
    Slice,
    Struct,
    Type,
    is_comparable,
)
from gosim.golang.types.lookup import lookup
from gosim.golang.types.objects import Method
from gosim.golang.values.containers import NIL_MAP, NIL_SLICE
from gosim.golang.values.faults import VALUE_CLASSES, RuntimeFault, fault_type, runtime_error
from gosim.golang.values.structs import find_method, struct_class


class Box:
    """An interface value that Python's own type does not tell; one subclass for each type."""

    __slots__ = ("own_", "v")
    go_type: Any = None

    def __init__(self, v: Any) -> None:
        self.v = v

    def __getattr__(self, name: str) -> Any:
        """Find a method when it is first called, and keep it in the class."""
        cls = type(self)
        method = None if cls.go_type is None else find_method(cls.go_type, name)
        if method is None:
            raise AttributeError(name)

        def unboxed(self: Box, *args: Any) -> Any:
            return method(self.v, *args)

        setattr(cls, name, unboxed)
        return getattr(self, name)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return False
        if not is_comparable(self.go_type):
            raise runtime_error(f"comparing uncomparable type {self.go_type}")
        return equal(self.go_type, self.v, other.v)

    def __hash__(self) -> int:
        if not is_comparable(self.go_type):
            raise runtime_error(f"hash of unhashable type {self.go_type}")
        return hash((type(self), to_key(self.go_type, self.v)))

    def __repr__(self) -> str:
        return f"Box({self.go_type}, {self.v!r})"


PLAIN: Final[dict[type, Type]] = {int: INT, float: FLOAT64, str: STRING, bool: BOOL}
PLAIN_CLASS: Final[dict[Type, type]] = {t: cls for cls, t in PLAIN.items()}


def class_of(t: Type) -> type:
    """Return the Python class of interface values whose dynamic type is `t`."""
    plain = PLAIN_CLASS.get(t)
    if plain is not None:
        return plain
    if isinstance(t, Pointer) and isinstance(t.elem.underlying, Struct):
        return struct_class(t.elem)  # type: ignore[no-any-return]
    return box_class(t)


def is_boxed(t: Type) -> bool:
    """Return whether a value of `t` is in a box when it is in an interface."""
    if t in PLAIN_CLASS:
        return False
    return not (isinstance(t, Pointer) and isinstance(t.elem.underlying, Struct))


def box_class(t: Type) -> type:
    """Return the box class of a type."""
    if t.runtime is None or isinstance(t.runtime, type):
        made = type("Box", (Box,), {"__slots__": (), "go_type": t})
        t.runtime = [t.runtime, made]
    made_class: type = t.runtime[1]
    return made_class


def box(t: Type, v: Any) -> Any:
    """Convert a value of static type `t` into an interface value."""
    if isinstance(t.underlying, Interface) or t in PLAIN_CLASS:
        return v
    if isinstance(t, Pointer) and isinstance(t.elem.underlying, Struct) and v is not None:
        return v
    return box_class(t)(v)


def dynamic_type(x: Any) -> Any:
    """Return the dynamic type of an interface value; None for nil."""
    cls = type(x)
    if cls in PLAIN:
        return PLAIN[cls]
    if x is None:
        return None
    if isinstance(x, RuntimeFault):
        return fault_type(x)
    return cls.go_type if isinstance(x, Box) else Pointer(cls.go_type)


def unboxed(x: Any) -> Any:
    """Return the value in an interface value."""
    return x.v if isinstance(x, Box) else x


def implements(x: Any, interface: Interface) -> str:
    """Return the first method that the interface value lacks, or an empty string."""
    for name, wanted in interface.methods:
        if not hasattr(x, name) or not _fits(type(x), name, wanted):  # type: ignore[arg-type]
            return name
    return ""


@cache
def _fits(cls: type, name: str, wanted: Signature) -> bool:
    """Return whether a method has that type, as far as it is known."""
    return _method_type(cls, name) in (None, wanted)


def _method_type(cls: Any, name: str) -> Any:
    """Return the type of a method of a class of interface values; None if it is not known."""
    own = getattr(cls, "signatures", {}).get(name)
    if own is not None or getattr(cls, "go_type", None) is None:
        return own
    type_ = cls.go_type if issubclass(cls, Box) else Pointer(cls.go_type)
    found = lookup(type_, name)
    method = found.method if found is not None else None
    if isinstance(method, Method):
        return None if method.type_args else method.decl.signature
    return method


# -- what every type can do ---------------------------------------------------------------------


def zero_of(t: Type) -> Any:
    """Return a zero value, a fresh one for a struct or an array."""
    under = t.underlying
    if isinstance(under, Basic):
        return {"int": 0, "float": 0.0, "string": "", "bool": False}.get(under.kind)
    if isinstance(under, Struct):
        return struct_class(t)()
    if isinstance(under, Array):
        return [zero_of(under.elem) for _ in range(under.length)]
    if isinstance(under, Slice):
        return NIL_SLICE
    if isinstance(under, Opaque):
        return under.zero
    return NIL_MAP if isinstance(under, Map) else None


def _same(v: Any) -> Any:
    return v


def copier_of(t: Type) -> Callable[[Any], Any]:
    """Return the function that copies a value of the type."""
    under = t.underlying
    if isinstance(under, Struct):
        return lambda v: v.copy_()
    if isinstance(under, Array):
        inner = copier_of(under.elem)
        return list if inner is _same else lambda v: [inner(item) for item in v]
    return _same


def equal(t: Type, a: Any, b: Any) -> bool:
    """Return ``a == b`` for values of the static type `t`."""
    under = t.underlying
    if isinstance(under, (Basic, Opaque)):
        return bool(a == b)
    if isinstance(under, Interface):
        return iface_equal(a, b)
    if isinstance(under, Array):
        return all(equal(under.elem, x, y) for x, y in zip(a, b, strict=True))
    if isinstance(under, Struct):
        return bool(a.eq_(b))
    if isinstance(under, Pointer):
        return a is b or (type(a) is type(b) and hasattr(a, "of") and bool(a == b))
    return a is b


def iface_equal(a: Any, b: Any) -> bool:
    """Return ``a == b`` for interface values."""
    cls = type(a)
    if cls is not type(b):
        return False
    if cls in PLAIN or isinstance(a, Box):
        return bool(a == b)
    return a is b


# -- keys of maps -------------------------------------------------------------------------------


def keeps_key(t: Type) -> bool:
    """Return whether keys of the type are stored as they are."""
    under = t.underlying
    if isinstance(under, Basic):
        return under.kind in ("int", "string", "bool")
    if isinstance(under, Pointer):
        return not isinstance(under.elem.underlying, Array)
    return not isinstance(under, (Struct, Array, Interface))


class ArrayKey:
    """A pointer to an array, as a map stores it: arrays are lists, which have no hash."""

    __slots__ = ("array",)

    def __init__(self, array: Any) -> None:
        self.array = array

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ArrayKey) and self.array is other.array

    def __hash__(self) -> int:
        return id(self.array)


def to_key(t: Type, v: Any) -> Any:
    """Return how a map stores a key of that type."""
    under = t.underlying
    if isinstance(under, Struct):
        return v.key_()
    if isinstance(under, Array):
        return tuple(to_key(under.elem, item) for item in v)
    if isinstance(under, Interface):
        cls = type(v)
        return (cls, v) if cls in (bool, float) else v
    if isinstance(under, Pointer) and isinstance(under.elem.underlying, Array):
        return ArrayKey(v)
    return v


def from_key(t: Type, k: Any) -> Any:
    """Return the key that `to_key` stored."""
    under = t.underlying
    if isinstance(under, Struct):
        fields = zip(under.fields, k, strict=True)
        return struct_class(t)(*(from_key(field.type, part) for field, part in fields))
    if isinstance(under, Array):
        return [from_key(under.elem, item) for item in k]
    if isinstance(under, Interface):
        return k[1] if type(k) is tuple else k
    return k.array if isinstance(k, ArrayKey) else k


__all__ = ["VALUE_CLASSES", "Box", "box", "box_class"]
