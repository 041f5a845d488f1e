"""Package runtime: what a program asks the scheduler and the collector.

Models   runtime of Go 1.22: Gosched, Goexit, NumGoroutine, GOMAXPROCS, GC, ReadMemStats, …
Read     gosim.golib.goruntime first.
Leaves out   everything about machine code: Caller, Stack, finalizers.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from gosim.golang.lib.perrun import per_run
from gosim.golang.values import go_version, operation
from gosim.golib import goruntime
from gosim.kernel import Goexit as _Goexit
from gosim.kernel import Gosched as _Gosched
from gosim.kernel import running

API = """
package runtime

const GOOS = "linux"
const GOARCH = "amd64"
const Compiler = "gc"

var MemProfileRate int = 512 * 1024

type Error interface { error; RuntimeError() }

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
func SetFinalizer(obj, finalizer any) {}

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
"""


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


def GC() -> None:
    """Collect: also the cycles of references that only Python's own collector finds."""
    running.p.kernel.runtime.ledger.sweep(thorough=True)
    goruntime.GC()


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
