"""Which types the parameters of a generic function stand for.

Models   go/types/unify.go, infer.go (coreTerm).
Read     gosim.golang.types.gotypes first, gosim.golang.check.calls next.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.types import gotypes as t


def core_term(constraint: t.Interface) -> Any:
    """Return the term for which all terms of a constraint stand; None if they differ.

    Channels of one element stand for the one that has a direction.  Go: coreTerm.
    """
    terms = list(constraint.terms or ())
    kinds: list[Any] = [term.type.underlying for term in terms]
    if len(terms) > 1 and all(isinstance(kind, t.Chan) for kind in kinds):
        alike = all(kind.elem is kinds[0].elem for kind in kinds)
        directed = (x for x, kind in zip(terms, kinds, strict=True) if kind.direction != t.BOTH)
        return next(directed, terms[0]) if alike else None
    alike = all(kind is kinds[0] for kind in kinds)
    return next((term for term in terms if term.tilde), terms[0]) if terms and alike else None


def unify(param: Any, arg: Any, bound: dict[Any, Any]) -> bool:
    """Make `param` equal to `arg` by binding type parameters.  Go: unify."""
    if param is arg:
        return True
    if isinstance(param, t.TypeParam):
        if param in bound:
            return _unify_again(param, arg, bound)
        bound[param] = arg
        return True
    if isinstance(param, t.Named):
        if isinstance(arg, t.Named) and param.decl is not None and param.decl is arg.decl:
            return all(unify(x, y, bound) for x, y in zip(param.args, arg.args, strict=True))
        if isinstance(param.underlying, t.Interface):
            return True
        if not isinstance(arg, t.Named) and holes_in(param):
            return unify(param.underlying, arg, bound)
        return not holes_in(param)
    if isinstance(arg, t.Named):
        arg = arg.underlying
    if isinstance(param, t.Chan) and isinstance(arg, t.Chan):
        return unify(param.elem, arg.elem, bound)
    if type(param) is not type(arg):
        return isinstance(param, t.Interface)
    if isinstance(param, t.Array):
        return param.length == arg.length and unify(param.elem, arg.elem, bound)
    if isinstance(param, (t.Slice, t.Pointer)):
        return unify(param.elem, arg.elem, bound)
    if isinstance(param, t.Map):
        return unify(param.key, arg.key, bound) and unify(param.elem, arg.elem, bound)
    if isinstance(param, t.Signature):
        return (
            len(param.params) == len(arg.params)
            and len(param.results) == len(arg.results)
            and all(
                unify(x, y, bound)
                for x, y in zip(param.params + param.results, arg.params + arg.results, strict=True)
            )
        )
    return not holes_in(param)


def _unify_again(param: Any, arg: Any, bound: dict[Any, Any]) -> bool:
    """Compare a second argument with what the parameter is bound to already."""
    known = bound[param]
    if known is arg:
        return True
    if isinstance(arg, t.Named) and not isinstance(known, t.Named) and arg.underlying is known:
        bound[param] = arg
        return True
    if isinstance(arg.underlying, t.Interface) or isinstance(known.underlying, t.Interface):
        return False
    return known.underlying is arg.underlying and not (
        isinstance(known, (t.Named, t.Basic)) and isinstance(arg, (t.Named, t.Basic))
    )


def params_in(type_: Any) -> set[t.TypeParam]:
    """Return the type parameters in a type."""
    if isinstance(type_, t.TypeParam):
        return {type_}
    if isinstance(type_, t.Named):
        return set().union(*(params_in(arg) for arg in type_.args))
    if isinstance(type_, t.Map):
        return params_in(type_.key) | params_in(type_.elem)
    if isinstance(type_, (t.Slice, t.Pointer, t.Array, t.Chan)):
        return params_in(type_.elem)
    if isinstance(type_, t.Signature):
        return set().union(*(params_in(part) for part in type_.params + type_.results))
    return set()


def holes_in(type_: Any) -> list[str]:
    """Return the names of the type parameters in a type."""
    return sorted(param.name for param in params_in(type_))


def substitute(type_: Any, bound: dict[Any, Any]) -> Any:
    """Return a type with the parameters replaced by what they are bound to."""
    if isinstance(type_, t.TypeParam):
        return bound[type_]
    if isinstance(type_, (t.Slice, t.Pointer)):
        return type(type_)(substitute(type_.elem, bound))
    if isinstance(type_, t.Map):
        return t.Map(substitute(type_.key, bound), substitute(type_.elem, bound))
    if isinstance(type_, t.Chan):
        return t.Chan(type_.direction, substitute(type_.elem, bound))
    return type_
