"""Package errors: values that say what went wrong, and what they wrap.

Models   errors/errors.go, errors/wrap.go, errors/join.go of Go 1.20 to 1.27.
Read     gosim.golang.values first.
Leaves out   nothing.

>>> e = New("no disk")
>>> Is(e, e), Is(e, New("no disk")), Join(None, e, e).Error()
(True, False, 'no disk\\nno disk')
"""

from __future__ import annotations

from typing import Any, ClassVar

from gosim.errors import GoPanic
from gosim.golang.types.gotypes import (
    ERROR,
    STRING,
    Field,
    Interface,
    Named,
    Pointer,
    Signature,
    Slice,
    Struct,
    is_comparable,
    is_interface,
)
from gosim.golang.values import Box, call, dynamic_type, iface_equal, implements, slice_of, unboxed

API = """
package errors

var ErrUnsupported error

func New(text string) error
func Is(err, target error) bool
func As(err error, target any) bool
func Unwrap(err error) error
func Join(errs ...error) error

func AsType[E error](err error) (E, bool) {
	var found E
	if As(err, &found) {
		return found, true
	}
	var zero E
	return zero, false
}
"""

SINCE = {"Join": 20}
"""The minor version in which a name appeared."""


class ErrorString:
    """``*errors.errorString``: equal to itself only."""

    __slots__ = ("own_", "s")
    go_type: Any = Named("errorString", "errors", Struct((Field("s", STRING),)))

    def __init__(self, s: str) -> None:
        self.s = s

    def Error(self) -> str:
        """Return its text."""
        return self.s

    def __str__(self) -> str:
        return self.s


class JoinError:
    """``*errors.joinError``."""

    __slots__ = ("errs", "own_")
    go_type: Any = Named("joinError", "errors", Struct((Field("errs", Slice(ERROR)),)))
    signatures: ClassVar[Any] = {"Unwrap": Signature((), (Slice(ERROR),))}

    def __init__(self, errs: list[Any]) -> None:
        self.errs = slice_of(errs)

    def Error(self) -> str:
        """Return the texts, one a line."""
        return "\n".join(call(error.Error) for error in self.errs.items())

    def Unwrap(self) -> Any:
        """Return the errors."""
        return self.errs


def New(text: str) -> Any:
    """Return a new error with that text."""
    return ErrorString(text)


ErrUnsupported = ErrorString("unsupported operation")


def Join(*errs: Any) -> Any:
    """Return an error that wraps those that are not nil; nil if all are."""
    present = [error for error in errs if error is not None]
    return JoinError(present) if present else None


def Unwrap(err: Any) -> Any:
    """Return what the error's Unwrap returns, if that is one error."""
    inner = _inner(err)
    return inner[0] if len(inner) == 1 and not _is_list(err) else None


def _method(err: Any, name: str) -> Any:
    return getattr(err, name, None)


def _is_list(err: Any) -> bool:
    return hasattr(call(err.Unwrap), "items")


def _inner(err: Any) -> list[Any]:
    """Return the errors that this one wraps."""
    unwrap = None if err is None else _method(err, "Unwrap")
    if unwrap is None:
        return []
    found = call(unwrap)
    if found is None:
        return []
    return found.items() if hasattr(found, "items") else [found]


def Is(err: Any, target: Any) -> bool:
    """Return whether the error, or one that it wraps, is the target."""
    if err is None or target is None:
        return err is target
    return _is(err, target, is_comparable(dynamic_type(target)))


def _is(err: Any, target: Any, comparable: bool) -> bool:
    if comparable and iface_equal(err, target):
        return True
    method = _method(err, "Is")
    if method is not None and call(method, target):
        return True
    return any(_is(inner, target, comparable) for inner in _inner(err) if inner is not None)


def As(err: Any, target: Any) -> bool:
    """Set `*target` to the first error in the tree that fits its type."""
    if err is None:
        return False
    if target is None:
        raise GoPanic("errors: target cannot be nil")
    t = dynamic_type(target)
    if not isinstance(t, Pointer) or unboxed(target) is None:
        raise GoPanic("errors: target must be a non-nil pointer")
    wanted: Any = t.elem
    if not is_interface(wanted) and not hasattr(_sample(wanted), "Error"):
        raise GoPanic("errors: *target must be interface or implement error")
    return _as(err, unboxed(target), wanted, target)


def _sample(t: Any) -> Any:
    """Return something that has the methods of the type."""
    from gosim.golang.values import class_of  # noqa: PLC0415  used for a panic's text alone

    cls = class_of(t)
    return cls(None) if issubclass(cls, Box) else cls()


def _as(err: Any, place: Any, wanted: Any, target: Any) -> bool:
    if _fits(err, wanted):
        _assign(place, wanted, err)
        return True
    method = _method(err, "As")
    if method is not None and call(method, target):
        return True
    return any(_as(inner, place, wanted, target) for inner in _inner(err) if inner is not None)


def _fits(err: Any, wanted: Any) -> bool:
    under = wanted.underlying
    if isinstance(under, Interface):
        return not implements(err, under)
    return dynamic_type(err) is wanted


def _assign(place: Any, wanted: Any, err: Any) -> None:
    if is_interface(wanted):
        place.v = err
    elif isinstance(wanted.underlying, Struct):
        place.assign_(unboxed(err))
    else:
        place.v = unboxed(err)
