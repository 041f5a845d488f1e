"""Package runtime: what a program asks the scheduler and the collector.

Models   runtime of Go 1.22: Gosched, Goexit, NumGoroutine, GOMAXPROCS, GC, ReadMemStats, …
Read     gosim.golib.goruntime first.
Leaves out   everything about machine code; the calls below main.main or a
             goroutine's function, and the folders of files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

from gosim.errors import GoFatal
from gosim.golang.lib.perrun import per_run
from gosim.golang.types import gotypes as t
from gosim.golang.values import (
    box,
    dynamic_type,
    faults,
    go_version,
    implements,
    operation,
    unboxed,
)
from gosim.golang.values.finalizers import Finalizers
from gosim.golang.values.stacks import calls_now, stacks_now
from gosim.golib import goruntime
from gosim.kernel import Goexit as _Goexit
from gosim.kernel import Gosched as _Gosched
from gosim.kernel import running
from gosim.kernel.frames import Call

API = """
package runtime

const GOOS = "linux"
const GOARCH = "amd64"
const Compiler = "gc"

var MemProfileRate int = 512 * 1024

type Error interface { error; RuntimeError() }

type TypeAssertionError struct{}
func (e *TypeAssertionError) Error() string
func (e *TypeAssertionError) RuntimeError()
type PanicNilError struct{}
func (e *PanicNilError) Error() string
func (e *PanicNilError) RuntimeError()

func Gosched()
func Goexit()
func NumGoroutine() int
func GOMAXPROCS(n int) int
func NumCPU() int
func NumCgoCall() int64 { return 0 }
func GC()
func Version() string
func KeepAlive(x any) {}
func LockOSThread() {}
func UnlockOSThread() {}
func SetFinalizer(obj, finalizer any)

type Cleanup struct{ id uint64 }
func (c Cleanup) Stop() { stopCleanup(c.id) }
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	return Cleanup{addCleanup(ptr, func() { cleanup(arg) })}
}
func addCleanup(ptr any, cleanup func()) uint64
func stopCleanup(id uint64)

type MemStats struct {
	Alloc, TotalAlloc, Sys, Lookups, Mallocs, Frees uint64
	HeapAlloc, HeapSys, HeapIdle, HeapInuse, HeapReleased, HeapObjects uint64
	StackInuse, StackSys, MSpanInuse, MSpanSys, MCacheInuse, MCacheSys uint64
	BuckHashSys, GCSys, OtherSys, NextGC, LastGC, PauseTotalNs uint64
	NumGC, NumForcedGC uint32
	GCCPUFraction float64
	EnableGC, DebugGC bool
}
func ReadMemStats(m *MemStats)

func Stack(buf []byte, all bool) int { return copy(buf, stacks(all)) }
func stacks(all bool) string

type Func struct{ name, file string; line int }
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}
func (f *Func) Entry() uintptr                            { return 0 }
func (f *Func) FileLine(pc uintptr) (file string, line int) { return place(pc) }

type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}
type Frames struct{ pcs []uintptr }

func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	pcs := make([]uintptr, 1)
	if ok = Callers(skip+2, pcs) == 1; ok {
		pc = pcs[0]
		file, line = place(pc)
	}
	return
}
func Callers(skip int, pc []uintptr) int
func place(pc uintptr) (file string, line int)
func function(pc uintptr) string
func FuncForPC(pc uintptr) *Func {
	if name := function(pc); name != "" {
		return &Func{name: name}
	}
	return nil
}
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }
func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.pcs) == 0 {
		return
	}
	pc := f.pcs[0]
	f.pcs = f.pcs[1:]
	file, line := place(pc)
	return Frame{PC: pc, Func: FuncForPC(pc), Function: function(pc), File: file, Line: line}, len(f.pcs) > 0
}
"""


TypeAssertionError, PanicNilError = faults.TypeAssertionFault, faults.PanicNilError
SINCE: Final = {"PanicNilError": 21, "AddCleanup": 24, "Cleanup": 24}

STACK = 2048
"""The bytes of a goroutine's first stack."""


@operation
def Gosched() -> Any:
    """Yield the processor."""
    return _Gosched()


@operation
def Goexit() -> Any:
    """End the goroutine, after its deferred calls."""
    return _Goexit()


def NumGoroutine() -> int:
    """Return how many goroutines there are."""
    return goruntime.NumGoroutine()


_asked = per_run(dict[str, int])


def GOMAXPROCS(n: int) -> int:
    """Return the number of processors, or what the program set; the model keeps its own number."""
    asked = _asked()
    before = asked.get("procs", goruntime.GOMAXPROCS(0))
    if n > 0:
        asked["procs"] = n
    return before


def NumCPU() -> int:
    """Return the number of processors: the model has no more."""
    return goruntime.GOMAXPROCS(0)


def GC() -> Iterator[Any]:
    """Collect: also the cycles of references that only Python's own collector finds."""
    running.p.kernel.runtime.ledger.sweep(thorough=True)
    yield from Finalizers.of_run().collect(goruntime.GC)


# -- finalizers ----------------------------------------------------------------------------------


def SetFinalizer(obj: Any, finalizer: Any) -> None:
    """Let a function be called with the object when nothing else refers to it; nil takes it away.

    Raises GoFatal for what cannot have one, or is no function of it.
    """
    pointer, kind = unboxed(obj), dynamic_type(obj)
    if kind is None:
        raise GoFatal("runtime.SetFinalizer: first argument is nil")
    if not isinstance(kind.underlying, t.Pointer):
        raise GoFatal(f"runtime.SetFinalizer: first argument is {kind}, not pointer")
    if pointer is None:
        raise GoFatal("runtime.SetFinalizer: pointer not in heap")
    if finalizer is None:
        Finalizers.of_run().clear(pointer)
        return
    function = dynamic_type(finalizer)
    if not isinstance(function.underlying, t.Signature):
        text = f"second argument is {function}, not a function"
        raise GoFatal(f"runtime.SetFinalizer: {text}")
    if not _takes(function.underlying, kind, obj):
        raise GoFatal(f"runtime.SetFinalizer: cannot pass {kind} to finalizer {function}")
    as_it_is = not t.is_interface(function.underlying.params[0])
    call = unboxed(finalizer)
    Finalizers.of_run().set(pointer, call if as_it_is else lambda x: call(box(kind, x)))


def _takes(function: t.Signature, kind: t.Type, obj: Any) -> bool:
    """Return whether the one parameter of a function may be the object."""
    if len(function.params) != 1 or function.variadic:
        return False
    wanted = function.params[0]
    if t.is_interface(wanted):
        return not implements(obj, wanted.underlying)  # type: ignore[arg-type]
    return wanted is kind or wanted.underlying is kind.underlying


def addCleanup(ptr: Any, cleanup: Any) -> int:
    """Let a cleanup be called; return its number."""
    return Finalizers.of_run().add_cleanup(unboxed(ptr), cleanup)


def stopCleanup(number: int) -> None:
    """Do not call a cleanup."""
    Finalizers.of_run().stop(number)


def Version() -> str:
    """Return the version."""
    return f"go{go_version().name}"


def ReadMemStats(m: Any) -> None:
    """Fill in what the model knows of the heap."""
    read = running.p.kernel.runtime.heap.read()
    for field in fields(read):
        setattr(m, field.name, getattr(read, field.name))
    goroutines = len(running.p.kernel.goroutines)
    m.StackInuse = m.StackSys = STACK * (goroutines + 60)
    m.EnableGC = True


# -- who calls -----------------------------------------------------------------------------------

stacks = stacks_now

_FIRST_PC = 0x480000


class _Places(dict[Call, int]):
    """A number for each place in the program that was asked for in a run."""


_places = per_run(_Places)


def Callers(skip: int, pc: Any) -> int:
    """Fill in the places of the calls under way; 0 to skip is this function itself."""
    places, calls = _places(), calls_now()[max(skip - 1, 0) :][: pc.n]
    numbers = [_FIRST_PC + places.setdefault(call, len(places)) for call in calls]
    pc.a[pc.o : pc.o + len(numbers)] = numbers
    return len(numbers)


def _call(pc: int) -> Call:
    known = list(_places())
    inside = 0 <= pc - _FIRST_PC < len(known)
    return known[pc - _FIRST_PC] if inside else Call("", "", 0, False)


def place(pc: int) -> tuple[str, int]:
    """Return the file and the line."""
    return _call(pc).file, _call(pc).line


def function(pc: int) -> str:
    """Return the name of the function."""
    return _call(pc).name
