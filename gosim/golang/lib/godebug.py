"""Package runtime/debug.

Models   runtime/debug of Go 1.22: SetGCPercent, SetMemoryLimit, FreeOSMemory, Stack, PrintStack.
Read     gosim.golib.godebug and gosim.golang.values.stacks first.
Leaves out   build information, crash reports, the limits of stacks and threads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gosim.golang.values.finalizers import Finalizers
from gosim.golang.values.stacks import stacks_now
from gosim.golib import godebug
from gosim.kernel import running

API = """
package debug

import "os"

func SetGCPercent(percent int) int
func SetMemoryLimit(limit int64) int64
func FreeOSMemory()
func SetMaxStack(bytes int) int { return 1000000000 }
func SetMaxThreads(threads int) int { return 10000 }
func SetPanicOnFault(enabled bool) bool { return false }
func SetTraceback(level string) {}
func Stack() []byte { return []byte(stack()) }
func PrintStack() { os.Stderr.WriteString(stack()) }
func stack() string
"""

SetGCPercent, SetMemoryLimit = godebug.SetGCPercent, godebug.SetMemoryLimit


def FreeOSMemory() -> Iterator[Any]:
    """Collect, and give back to the system all that is idle."""
    running.p.kernel.runtime.ledger.sweep(thorough=True)
    yield from Finalizers.of_run().collect(godebug.FreeOSMemory)


def stack() -> str:
    """Return the trace of the goroutine that runs, from the call of Stack on."""
    head, _, calls = stacks_now(False).partition("\n")
    while calls.startswith(("runtime/debug.", "\t")):
        calls = calls.partition("\n")[2]
    return f"{head}\nruntime/debug.Stack()\n\truntime/debug/stack.go\n{calls}"
