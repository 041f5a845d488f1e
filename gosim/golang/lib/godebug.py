"""Package runtime/debug.

Models   runtime/debug: SetGCPercent, SetMemoryLimit, FreeOSMemory.
Read     gosim.golang.lib.goruntime first.
Leaves out   what they change: the model's collector has its own settings.
"""

from __future__ import annotations

from gosim.golang.lib.goruntime import GC

API = """
package debug

var percent = 100
var limit int64 = 1<<63 - 1

func SetGCPercent(p int) int { old := percent; percent = p; return old }
func SetMemoryLimit(l int64) int64 {
	old := limit
	if l >= 0 {
		limit = l
	}
	return old
}
func FreeOSMemory()
func SetMaxStack(bytes int) int { return 1000000000 }
func SetMaxThreads(threads int) int { return 10000 }
func Stack() []byte { return []byte("goroutine 1 [running]:\\n") }
func PrintStack()
"""


def FreeOSMemory() -> None:
    """Collect."""
    GC()


def PrintStack() -> None:
    """Write nothing."""
