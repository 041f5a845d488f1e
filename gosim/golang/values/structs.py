"""Struct types become slotted classes; methods are found through embedded fields.

Models   struct values of Go: copied by assignment, compared field by field; selectors.
Read     gosim.golang.types.gotypes first.

>>> from gosim.golang.types.gotypes import INT, Field, Named, Struct
>>> Point = struct_class(Named("Point", "main", Struct((Field("X", INT), Field("Y", INT)))))
>>> p = Point(1, 2)
>>> q = p.copy_()
>>> q.X = 5
>>> (p.X, q.X, p.eq_(q), p.eq_(Point(1, 2)))
(1, 5, False, True)
"""

from __future__ import annotations

import keyword
from collections.abc import Callable
from typing import Any, Final

from gosim.golang.types.gotypes import Array, Basic, Interface, Named, Pointer, Struct, Type
from gosim.golang.values.cells import FieldRef


def attribute(name: str, number: int = 0) -> str:
    """Return the Python attribute of a field or method."""
    if name == "_":
        return f"blank{number}_"
    taken = keyword.iskeyword(name) or name in TAKEN or name.startswith("__")
    return name + "_" if taken else name


TAKEN: Final = frozenset({"self", "go_type", "own_", "copy_", "assign_", "eq_", "key_"})
"""What a struct class has for itself."""


def go_name(attribute_: str) -> str:
    """Return the name in Go of an attribute."""
    name = attribute_.removesuffix("_")
    return name if attribute(name) == attribute_ else attribute_


VARIADIC: Final = "__"
"""Ends the attribute of a variadic method that is called through an interface, with a slice.

Python's own classes take such arguments one by one, so they do not have this attribute.
"""


def field_names(under: Struct) -> list[str]:
    """Return the attributes of the fields."""
    return [attribute(field.name, number) for number, field in enumerate(under.fields)]


class StructValue:
    """The base of all struct classes."""

    __slots__ = ("__weakref__", "own_")
    go_type: Any = None

    def __getattr__(self, name: str) -> Any:
        """Find a method when it is first called, and keep it in the class."""
        cls = type(self)
        method = None if cls.go_type is None else find_method(Pointer(cls.go_type), name)
        if method is None:
            raise AttributeError(f"{cls.go_type} has no {name}")
        setattr(cls, name, _bound_later(method))
        return getattr(self, name)


def _bound_later(method: Callable[..., Any]) -> Callable[..., Any]:
    def found(self: Any, *args: Any) -> Any:
        return method(self, *args)

    return found


class Native(StructValue):
    """The base of struct types that are written in Python: their state is in `__slots__`."""

    __slots__ = ()

    def _state(self) -> list[str]:
        return [
            name
            for cls in type(self).__mro__
            for name in getattr(cls, "__slots__", ())
            if name not in ("__weakref__", "own_")
        ]

    def copy_(self) -> Any:
        """Return a shallow copy."""
        made = object.__new__(type(self))
        made.assign_(self)
        return made

    def assign_(self, other: Any) -> None:
        """Take the state of another."""
        for name in self._state():
            if hasattr(other, name):
                setattr(self, name, getattr(other, name))

    def eq_(self, other: Any) -> bool:
        """Return whether it is the same object or has the same state."""
        return all(getattr(self, name) == getattr(other, name) for name in self._state())

    def key_(self) -> Any:
        """Return itself: as a key it is compared by identity."""
        return self


def struct_class(t: Type) -> Any:
    """Return the class of a struct type; it is made when it is first asked for."""
    runtime = t.runtime
    if isinstance(runtime, list):
        if runtime[0] is None:
            runtime[0] = _make(t)
        return runtime[0]
    if runtime is None:
        t.runtime = _make(t)
    return t.runtime


def set_class(t: Type, cls: type) -> None:
    """Say which class a struct type has: it is written in Python."""
    cls.go_type = t  # type: ignore[attr-defined]
    t.runtime = cls


def _make(t: Type) -> Any:
    under = t.underlying
    assert isinstance(under, Struct)
    names = field_names(under)
    name = attribute(t.name) if isinstance(t, Named) else "Struct"
    space: dict[str, Any] = {"StructValue": StructValue, "t": t}
    source = _source(name, names, under, space)
    exec(compile(source, f"<struct {name}>", "exec"), space)
    return space[name]


def _source(name: str, names: list[str], under: Struct, space: dict[str, Any]) -> str:
    """Return the class in Python."""
    lines = [
        f"class {name}(StructValue):",
        f"    __slots__ = ({''.join(repr(n) + ', ' for n in names)})",
        "    go_type = t",
    ]
    params, inits, copies, assigns, equals, keys = [], [], [], [], [], []
    for number, (n, field) in enumerate(zip(names, under.fields, strict=True)):
        part = _Part(n, field.type, number, space)
        params.append(part.param)
        inits.append(f"        self.{n} = {part.init}")
        copies.append(part.copy)
        assigns.append(f"        {part.assign}")
        equals.append(part.equal)
        keys.append(part.key)
    lines += [f"    def __init__({', '.join(['self', *params])}):", *(inits or ["        pass"])]
    lines += ["    def copy_(self):", f"        return {name}({', '.join(copies)})"]
    lines += ["    def assign_(self, o):"]
    lines += assigns or ["        pass"]
    lines += ["    def eq_(self, o):", f"        return {' and '.join(equals) or 'True'}"]
    lines += ["    def key_(self):", f"        return ({''.join(k + ', ' for k in keys)})"]
    return "\n".join(lines) + "\n"


class _Part:
    """The pieces of source for one field."""

    def __init__(self, n: str, t: Type, number: int, space: dict[str, Any]) -> None:
        from gosim.golang.values import boxes  # noqa: PLC0415  boxes stands above structs

        space[f"t{number}__"] = t
        self.assign = f"self.{n} = o.{n}"
        self.param, self.init, self.copy = f"{n}=z{number}__", n, f"self.{n}"
        self.equal, self.key = f"self.{n} == o.{n}", f"self.{n}"
        under = t.underlying
        if isinstance(under, Struct):
            space[f"z{number}__"] = None
            space[f"c{number}__"] = struct_class(t)
            self.init = f"c{number}__() if {n} is None else {n}"
            self.copy = f"self.{n}.copy_()"
            self.assign = f"self.{n}.assign_(o.{n})"
            self.equal, self.key = f"self.{n}.eq_(o.{n})", f"self.{n}.key_()"
        elif isinstance(under, Array):
            space[f"z{number}__"] = None
            space.update(zero_of__=boxes.zero_of, to_key=boxes.to_key, equal=boxes.equal)
            space[f"k{number}__"] = boxes.copier_of(t)
            self.init = f"zero_of__(t{number}__) if {n} is None else {n}"
            self.copy = f"k{number}__(self.{n})"
            self.assign = f"self.{n}[:] = o.{n}"
            self.equal = f"equal(t{number}__, self.{n}, o.{n})"
            self.key = f"to_key(t{number}__, self.{n})"
        else:
            space[f"z{number}__"] = boxes.zero_of(t)
            if not boxes.keeps_key(t):
                space.update(to_key=boxes.to_key)
                self.key = f"to_key(t{number}__, self.{n})"
            if isinstance(under, Interface) or not isinstance(t.underlying, Basic):
                space.update(equal=boxes.equal)
                self.equal = f"equal(t{number}__, self.{n}, o.{n})"


# -- methods ------------------------------------------------------------------------------------


def find_method(t: Type, name: str) -> Callable[..., Any] | None:
    """Return the function of a method in the method set of `t`: called with (value, *args)."""
    name = go_name(name)
    pointer = isinstance(t, Pointer)
    base = t.elem if isinstance(t, Pointer) else t
    return _own(base, name, pointer) or _promoted(base, name, pointer)


def _own(base: Type, name: str, pointer: bool) -> Callable[..., Any] | None:
    if not isinstance(base, Named):
        return None
    method = base.methods.get(name.removesuffix(VARIADIC))
    if method is None or method.func is None or (method.pointer and not pointer):
        return None
    func: Callable[..., Any] = method.func
    if pointer and not method.pointer and not isinstance(base.underlying, (Struct, Array)):
        return lambda p, *args: func(p.v, *args)
    return func


def _promoted(base: Type, name: str, pointer: bool) -> Callable[..., Any] | None:
    """Look in the embedded fields, the shallowest first."""
    level = [(base, pointer, ())]
    seen: set[Type] = set()
    while level:
        following: list[Any] = []
        for t, addressable, path in level:
            under = t.underlying
            if t in seen or not isinstance(under, Struct):
                continue
            seen.add(t)
            for number, field in enumerate(under.fields):
                if field.embedded:
                    step = (*path, attribute(field.name, number))
                    inner = field.type
                    found = _through(inner, name, addressable)
                    if found is not None:
                        return _with_path(step, found)
                    is_pointer = isinstance(inner, Pointer)
                    elem = inner.elem if isinstance(inner, Pointer) else inner
                    following.append((elem, addressable or is_pointer, step))
        level = following
    return None


def _through(inner: Type, name: str, addressable: bool) -> Callable[..., Any] | None:
    """Return the method that an embedded field itself has."""
    if isinstance(inner.underlying, Interface):
        if inner.underlying.method(name.removesuffix(VARIADIC)) is None:
            return None
        return lambda v, *args: getattr(v, name)(*args)
    if isinstance(inner, Pointer):
        return _own(inner.elem, name, True)
    if isinstance(inner.underlying, Struct):
        return _own(inner, name, addressable)
    by_value = _own(inner, name, False)
    by_address = _own(inner, name, addressable)
    return by_value if by_value or by_address is None else _by_reference(by_address)


def _by_reference(method: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a method that needs the address of the field, which is no struct."""

    def called(ref: Any, *args: Any) -> Any:
        return method(ref, *args)

    called.by_reference = True  # type: ignore[attr-defined]
    return called


def _with_path(path: tuple[str, ...], method: Callable[..., Any]) -> Callable[..., Any]:
    *owners, last = path
    by_reference = hasattr(method, "by_reference")

    def promoted(v: Any, *args: Any) -> Any:
        for name in owners:
            v = getattr(v, name)
        return method(FieldRef(v, last) if by_reference else getattr(v, last), *args)

    return promoted
