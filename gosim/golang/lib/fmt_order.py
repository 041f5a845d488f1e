"""The order in which fmt prints the keys of a map.

Models   internal/fmtsort/sort.go: Sort, compare.
Read     gosim.golang.values first.
Leaves out   the order of keys of different types in an interface: here by the name of the type.

>>> from gosim.golang.types.gotypes import BOOL
>>> sorted_keys(BOOL, {True: 1, False: 2})
[False, True]
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import partial
from typing import Any

from gosim.golang.lib.addresses import address_of
from gosim.golang.types import gotypes as types
from gosim.golang.types.gotypes import Basic, Type
from gosim.golang.values import dynamic_type, from_key, unboxed
from gosim.golang.values.structs import field_names


def sorted_keys(t: Type, stored: Iterable[Any]) -> list[Any]:
    """Return the stored keys of a map in the order of their values."""
    under = t.underlying
    if isinstance(under, Basic) and under.kind in ("int", "string", "bool"):
        return sorted(stored)
    return sorted(stored, key=partial(_stored_rank, t))


def _stored_rank(t: Type, stored: Any) -> Any:
    return _rank(t, from_key(t, stored))


def _rank(t: Type, v: Any) -> Any:
    under: Any = t.underlying
    if isinstance(under, Basic):
        return (not math.isnan(v), v) if under.kind == "float" else v
    if isinstance(under, types.Struct):
        pairs = zip(under.fields, field_names(under), strict=True)
        return tuple(_rank(field.type, getattr(v, name)) for field, name in pairs)
    if isinstance(under, types.Array):
        return tuple(_rank(under.elem, item) for item in v)
    if isinstance(under, types.Interface):
        if v is None:
            return ("",)
        dynamic = dynamic_type(v)
        return (str(dynamic), _rank(dynamic, unboxed(v)))
    return address_of(v)
