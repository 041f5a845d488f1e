"""The standard library, as far as Go programs get it: one module a package.

Models   nothing in Go; each module says what it models.
Read     gosim.golang.values first.
"""

from __future__ import annotations

from typing import Final

PACKAGES: Final[dict[str, str]] = {
    "bufio": "gobufio",
    "bytes": "gobytes",
    "cmp": "gocmp",
    "container/heap": "goheap",
    "container/list": "golist",
    "container/ring": "goring",
    "context": "gocontext",
    "errors": "goerrors",
    "flag": "goflag",
    "fmt": "gofmt",
    "golang.org/x/sync/errgroup": "goerrgroup",
    "golang.org/x/sync/semaphore": "gosemaphore",
    "golang.org/x/sync/singleflight": "gosingleflight",
    "golang.org/x/time/rate": "gorate",
    "hash/fnv": "gofnv",
    "io": "goio",
    "iter": "goiter",
    "log": "golog",
    "maps": "gomaps",
    "math": "gomath",
    "math/bits": "gobits",
    "math/rand": "gorand",
    "math/rand/v2": "gorand2",
    "os": "goos",
    "os/signal": "gosignal",
    "runtime": "goruntime",
    "runtime/debug": "godebug",
    "slices": "goslices",
    "sort": "gosort",
    "strconv": "gostrconv",
    "strings": "gostrings",
    "sync": "gosync",
    "sync/atomic": "goatomic",
    "syscall": "gosyscall",
    "text/tabwriter": "gotabwriter",
    "time": "gotime",
    "unicode": "gounicode",
    "unicode/utf8": "goutf8",
}
"""Which module of gosim.golang.lib has a package."""
