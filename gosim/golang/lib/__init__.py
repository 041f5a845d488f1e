"""The standard library, as far as Go programs get it: one module a package.

Models   nothing in Go; each module says what it models.
Read     gosim.golang.values first, then a package, such as gosim.golang.lib.gostrings.

A package is a module with a text of Go, `API`, that declares what there is:

    const MaxLen = 10
    var ErrX error                              the attribute ErrX of the module
    type Builder struct{}                       the Python class Builder of the module
    type Duration int64                         no class is needed
    func Contains(s, substr string) bool        no body: the function Contains of the module
    func (b *Builder) Len() int                 … a method of the class
    func (d Duration) String() string           … the function Duration_String
    func Index[S ~[]E, E comparable](s S, v E) int    … called with its type arguments first
    func Max[T cmp.Ordered](a, b T) T { … }     a body: translated like the program itself

A body is right where a function calls back what may wait.  A declaration is parsed when a program
first uses the name.  A Python callable gets a variadic parameter as `*args`, is plain unless it is
a generator function, and is marked by `values.operation` if it returns what is to be yielded.
What it is to call back it calls by `values.call`, which refuses to wait.  `implementations` names
those that Python's own words stand in the way of (`print`).  A class of its own derives from
`values.Native`.
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
    "io/fs": "gofs",
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
