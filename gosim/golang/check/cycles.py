"""Declarations that need themselves: types that contain themselves, variables in a circle.

Models   cmd/compile/internal/types2: decl.go (cycleError), initorder.go (reportCycle, findPath).
Read     gosim.golang.types.objects first, gosim.golang.check.decls next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from gosim.golang.errors import CompileError
from gosim.golang.syntax import nodes as n
from gosim.golang.types.objects import Frame, Func, Package, TypeName, Var


def contained(e: Any) -> Iterable[n.Ident]:
    """Yield the names of types of which a type contains values."""
    if isinstance(e, n.Ident):
        yield e
    elif isinstance(e, n.Paren):
        yield from contained(e.x)
    elif isinstance(e, n.ArrayType) and e.length is not None:
        yield from contained(e.elem)
    elif isinstance(e, n.StructType):
        for field in e.fields:
            yield from contained(field.type)


def type_cycles(package: Package) -> list[list[Any]]:
    """Return the circles of types that contain each other."""
    names = package.scope.names
    types = [obj for obj in names.values() if isinstance(obj, TypeName) and obj.spec]

    def needs(obj: TypeName) -> list[Any]:
        found = (names.get(name.name) for name in contained(obj.spec[0].type))
        return [other for other in found if other in types]

    return _circles(types, needs)


def variable_cycles(package: Package, frames: list[Frame]) -> list[list[Any]]:
    """Return the circles of variables that need each other, also through functions."""
    inside: dict[Any, list[Frame]] = {}
    for frame in frames:
        inside.setdefault(frame.parent, []).append(frame)

    def touched(frame: Frame) -> set[Any]:
        return frame.touched.union(*(touched(inner) for inner in inside.get(frame, ())))

    def needs(obj: Any) -> list[Any]:
        own = obj.frames.values() if isinstance(obj, Func) else initialisers.get(obj, ())
        found = set().union(*(touched(frame) for frame in own))
        return sorted(
            (x for x in found if isinstance(x, (Var, Func)) and x.package is package),
            key=_place,
        )

    groups = [group for group in package.variables if group.values]
    initialisers = {
        var: [group.frame] if group.frame else [] for group in groups for var in group.variables
    }
    return _circles([var for group in groups for var in group.variables], needs)


def _place(obj: Any) -> int:
    at = obj.decl.name if isinstance(obj, Func) else obj.at
    return int(at.start)


def _circles(objects: list[Any], needs: Callable[[Any], list[Any]]) -> list[list[Any]]:
    found: list[list[Any]] = []
    for obj in objects:
        if not any(obj in circle for circle in found):
            circle = _path(obj, obj, needs, set())
            found += [circle] if circle else []
    return found


def _path(here: Any, goal: Any, needs: Callable[[Any], list[Any]], seen: set[Any]) -> list[Any]:
    """Return a way from here to the goal, without the goal; an empty list if there is none."""
    if here in seen:
        return []
    seen.add(here)
    for other in needs(here):
        rest = [other] if other is goal else _path(other, goal, needs, seen)
        if rest:
            return [here] if other is goal else [here, *rest]
    return []


def told(circle: list[Any], minor: int, what: str, whole: str) -> tuple[Any, str]:
    """Return the place and the text of what is said about a circle; its words changed in 1.24."""
    first = circle[0]
    if len(circle) == 1:
        return _node(first), f"{what}: {first.name} refers to itself"
    lines = [f"{whole} {first.name}"]
    for obj, following in zip(circle, [*circle[1:], first], strict=True):
        refers = f"{obj.name} refers to"
        lines.append(
            f"{_where(obj)}: {refers} {following.name}"
            if minor >= 24
            else f"{_where(obj)}: {refers}"
        )
    if minor < 24:
        lines.append(f"{_where(first)}: {first.name}")
    return _node(first), "\n".join(lines)


def refuse_type_cycles(check: Any, package: Package) -> None:
    """Raise CompileError for types that contain themselves."""
    circles = type_cycles(package)
    for circle in circles:
        what = "invalid recursive type"
        check.fail(*told(circle, check.minor, what, what))
    if circles:
        raise CompileError(check.problems)


def refuse_variable_cycles(check: Any, package: Package) -> None:
    """Complain about variables whose values need themselves."""
    for circle in variable_cycles(package, check.frames):
        what = "initialization cycle"
        check.fail(*told(circle, check.minor, what, f"{what} for"))


def _node(obj: Any) -> Any:
    return obj.decl.name if isinstance(obj, Func) else obj.at


def _where(obj: Any) -> str:
    at = _node(obj)
    return f"./{at.file.name}:{at.line}:{at.col}"
