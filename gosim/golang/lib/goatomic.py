"""Package sync/atomic: one goroutine runs at a time, so plain code is atomic.

Models   sync/atomic of Go 1.22.
Read     gosim.golang.lib.gosync first.
"""

from __future__ import annotations

from typing import Any, Final

from gosim.golang.values import dynamic_type
from gosim.golang.values.backedges import asked

_FUNCTIONS: Final = """
func Add{N}(addr *{T}, delta {T}) {T} { *addr += delta; return *addr }
func Load{N}(addr *{T}) {T} { asked(); return *addr }
func Store{N}(addr *{T}, val {T}) { *addr = val }
func Swap{N}(addr *{T}, new {T}) {T} { old := *addr; *addr = new; return old }
func CompareAndSwap{N}(addr *{T}, old, new {T}) bool {
	if *addr == old {
		*addr = new
		return true
	}
	return false
}
func And{N}(addr *{T}, mask {T}) {T} { old := *addr; *addr &= mask; return old }
func Or{N}(addr *{T}, mask {T}) {T} { old := *addr; *addr |= mask; return old }
type {N} struct { v {T} }
func (x *{N}) Load() {T} { asked(); return x.v }
func (x *{N}) Store(val {T}) { x.v = val }
func (x *{N}) Swap(new {T}) {T} { old := x.v; x.v = new; return old }
func (x *{N}) CompareAndSwap(old, new {T}) bool {
	if x.v == old {
		x.v = new
		return true
	}
	return false
}
func (x *{N}) Add(delta {T}) {T} { x.v += delta; return x.v }
func (x *{N}) And(mask {T}) {T} { old := x.v; x.v &= mask; return old }
func (x *{N}) Or(mask {T}) {T} { old := x.v; x.v |= mask; return old }
"""

_REST: Final = """
type Bool struct { v bool }
func asked()
func (x *Bool) Load() bool { asked(); return x.v }
func (x *Bool) Store(val bool) { x.v = val }
func (x *Bool) Swap(new bool) bool { old := x.v; x.v = new; return old }
func (x *Bool) CompareAndSwap(old, new bool) bool {
	if x.v == old {
		x.v = new
		return true
	}
	return false
}

type Pointer[T any] struct { v *T }
func (x *Pointer[T]) Load() *T { return x.v }
func (x *Pointer[T]) Store(val *T) { x.v = val }
func (x *Pointer[T]) Swap(new *T) *T { old := x.v; x.v = new; return old }
func (x *Pointer[T]) CompareAndSwap(old, new *T) bool {
	if x.v == old {
		x.v = new
		return true
	}
	return false
}

type Value struct { v any }
func (x *Value) Load() any { return x.v }
func (x *Value) Store(val any) {
	if val == nil {
		panic("sync/atomic: store of nil value into Value")
	}
	if x.v != nil && !sameType(x.v, val) {
		panic("sync/atomic: store of inconsistently typed value into Value")
	}
	x.v = val
}
func sameType(x, y any) bool
func (x *Value) Swap(new any) any {
	if new == nil {
		panic("sync/atomic: swap of nil value into Value")
	}
	if x.v != nil && !sameType(x.v, new) {
		panic("sync/atomic: swap of inconsistently typed value into Value")
	}
	old := x.v
	x.v = new
	return old
}
func (x *Value) CompareAndSwap(old, new any) bool {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	if old != nil && !sameType(old, new) {
		panic("sync/atomic: compare and swap of inconsistently typed old and new values")
	}
	if x.v != nil && !sameType(x.v, new) {
		panic("sync/atomic: compare and swap of inconsistently typed value into Value")
	}
	if x.v == old {
		x.v = new
		return true
	}
	return false
}
"""

_NAMES: Final = (
    ("Int32", "int32"),
    ("Int64", "int64"),
    ("Uint32", "uint32"),
    ("Uint64", "uint64"),
    ("Uintptr", "uintptr"),
)

SINCE: Final = {
    name: 23
    for kind, _ in _NAMES
    for name in (f"{kind}.And", f"{kind}.Or", f"And{kind}", f"Or{kind}")
}

API: Final = (
    "package atomic\n"
    + "".join(_FUNCTIONS.replace("{N}", name).replace("{T}", kind) for name, kind in _NAMES)
    + _REST
)


def sameType(x: Any, y: Any) -> bool:
    """Return whether two interface values have one dynamic type."""
    return dynamic_type(x) is dynamic_type(y)


__all__ = ["API", "asked"]
