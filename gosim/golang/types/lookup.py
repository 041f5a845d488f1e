"""Selectors: which field or method a name finds, at what depth, through which embedded fields.

Models   go/types/lookup.go: LookupFieldOrMethod, missingMethod.
Read     gosim.golang.types.objects first.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Method


class Found:
    """A field or method.

    `path` holds the embedded fields on the way, `field` or `method` what was found; a method of
    an interface is a `Signature`.  `base` is the type that has the method, `indirect` whether a
    pointer was followed on the way.
    """

    __slots__ = ("base", "field", "indirect", "method", "path")

    def __init__(self, path: tuple[t.Field, ...], indirect: bool) -> None:
        self.path, self.indirect = path, indirect
        self.field: t.Field | None = None
        self.method: Any = None
        self.base: Any = None


def deref(type_: t.Type) -> tuple[t.Type, bool]:
    """Return the type behind a pointer, and whether there was one."""
    if isinstance(type_, t.Pointer):
        return type_.elem, True
    return type_, False


def lookup(type_: t.Type, name: str) -> Found | None:
    """Return the shallowest field or method; None if there is none, or more than one."""
    base, pointer = deref(type_)
    if pointer and isinstance(base.underlying, t.Interface):
        return None
    if not pointer and isinstance(type_.underlying, t.Pointer) and isinstance(type_, t.Named):
        behind = lookup(type_.underlying, name)  # Its fields, but it has no methods.
        return behind if behind is not None and behind.field is not None else None
    level: list[tuple[t.Type, tuple[t.Field, ...], bool]] = [(base, (), pointer)]
    seen: set[t.Type] = set()
    while level:
        found: list[Found] = []
        following: list[tuple[t.Type, tuple[t.Field, ...], bool]] = []
        for here, path, indirect in level:
            if here in seen:
                continue
            seen.add(here)
            found += _at(here, name, path, indirect)
            following += _embedded(here, path, indirect)
        if found:
            return found[0] if len(found) == 1 else None
        level = following
    return None


def _at(here: t.Type, name: str, path: tuple[t.Field, ...], indirect: bool) -> list[Found]:
    made = Found(path, indirect)
    made.base = here
    under = here.underlying
    if isinstance(here, t.Named) and name in here.methods:
        made.method = here.methods[name]
    elif isinstance(under, t.Interface) and under.method(name) is not None:
        made.method = under.method(name)
    elif isinstance(under, t.Struct):
        made.field = next((f for f in under.fields if f.name == name), None)
    return [made] if made.field or made.method else []


def _embedded(
    here: t.Type, path: tuple[t.Field, ...], indirect: bool
) -> list[tuple[t.Type, tuple[t.Field, ...], bool]]:
    under = here.underlying
    made = []
    for field in under.fields if isinstance(under, t.Struct) else ():
        if field.embedded:
            base, pointer = deref(field.type)
            made.append((base, (*path, field), indirect or pointer))
    return made


def missing_method(type_: t.Type, interface: t.Interface, signature_of: Any) -> tuple[str, str]:
    """Return (name, why) of a method that `type_` lacks; ("", "") if it implements all.

    `why` is "missing", "pointer" (the method has a pointer receiver) or "wrong" (other types).
    """
    under = type_.underlying
    for name, wanted in interface.methods:
        if isinstance(under, t.Interface):
            have = under.method(name)
            if have is None or have is not wanted:
                return name, "missing" if have is None else "wrong"
            continue
        found = lookup(type_, name)
        if found is None or found.method is None:
            return name, "missing"
        if signature_of(found) is not wanted:
            return name, "wrong"
        method = found.method
        pointer = isinstance(type_, t.Pointer) or found.indirect
        if isinstance(method, Method) and method.pointer and not pointer:
            return name, "pointer"
    return "", ""
