"""The values of a program: what is an object of the heap, how it grows, who is told of it."""

import pytest

from gosim.golang.run import run_go
from gosim.memory.heapprofile import samples
from gosim.memory.why import render

CAPACITIES = """
package main

func main() {
	var p []*int
	var b []byte
	last := [2]int{-1, -1}
	for i := 0; i < 600; i++ {
		p, b = append(p, nil), append(b, 1)
		for j, c := range []int{cap(p), cap(b)} {
			if c != last[j] {
				last[j] = c
				print(j, ":", c, " ")
			}
		}
	}
	println(cap([]byte("five!")), cap(append([]byte(nil), "hello world"...)))
}
"""

GROWN = "0:64 0:143 1:128 1:256 0:287 1:512 0:607 1:896 5 16\n"


@pytest.mark.parametrize(
    ("version", "printed"),
    [
        ("1.22", "0:1 1:8 0:2 0:4 0:8 1:16 0:16 1:32 0:32 1:64 " + GROWN),
        ("1.27", "0:4 1:32 0:8 0:16 1:64 0:32 " + GROWN),
    ],
)
def test_capacities_grow_as_in_real_go(version, printed):
    """1.22 brought a header to arrays of pointers, 1.25 slices that begin on the stack."""
    grown = run_go(CAPACITIES, go=version).stderr

    assert sorted(grown.split()) == sorted(printed.split())


COLLECTED = """
package main

import "runtime"

type rec struct {
	a, b int
	next *rec
}

var sink []byte
var keep []*rec

func main() {
	var m runtime.MemStats
	for i := 0; i < 30000; i++ {
		sink = make([]byte, 1000)
	}
	runtime.ReadMemStats(&m)
	println(m.NumGC, m.Mallocs/1000, m.TotalAlloc/10000)
	for i := 0; i < 30000; i++ {
		keep = append(keep, &rec{a: i})
	}
	keep = nil
	for i := 0; i < 30000; i++ {
		sink = append([]byte(nil), sink[:900]...)
	}
	runtime.ReadMemStats(&m)
	println(m.NumGC, m.Mallocs/1000, m.TotalAlloc/10000)
}
"""


@pytest.mark.parametrize(
    ("version", "recorded"),
    [("1.22", [(9, 30, 3074), (18, 90, 6348)]), ("1.27", [(9, 30, 3076), (18, 90, 6350)])],
)
def test_the_collector_runs_about_as_often_as_in_real_go(version, recorded):
    """Marking takes no time here, so cycles begin later than in Go: a fifth fewer."""
    lines = run_go(COLLECTED, go=version).stderr.splitlines()

    for line, (cycles, mallocs, total) in zip(lines, recorded, strict=True):
        found = [int(word) for word in line.split()]
        assert found[0] == pytest.approx(cycles, rel=0.25)
        assert found[1] == mallocs
        assert found[2] == pytest.approx(total, rel=0.002)


LEAK = """package main

import "time"

type job struct {
	payload []byte
}

var done []*job

func work() {
	done = append(done, &job{make([]byte, 1000)})
}

func main() {
	for {
		work()
		time.Sleep(time.Millisecond)
	}
}
"""


@pytest.fixture(scope="module")
def leak():
    return run_go(LEAK, go="1.22", until=10**9)


def test_why_names_the_line_that_made_what_leaks(leak):
    told = render(leak.snapshot)

    assert "the package variable done\n├─ []byte (prog.go:12) " in told
    assert "1,000 × 1024 B = 1.02 MB" in told


def test_a_heap_profile_names_function_and_line(leak):
    first = samples(leak.snapshot)[0]

    assert first.stack == ("main.work@prog.go:12", "main.main", "runtime.main")
    assert first.values[2:] == (1000, 1_024_000)


def test_a_leak_shows_in_the_series(leak):
    assert leak.series["heap_live_bytes"][-1] > 1_024_000 + 24 * 1000
    assert leak.series["heap_objects"][-1] >= 2000


NODE = "type T struct{ me *T }\nvar kept *T"


def live(body, head=""):
    """Return how many objects of its own a program has when it ends waiting."""
    text = f"package main\n\n{head}\nfunc main() {{\n{body}\nselect {{}}\n}}\n"
    kinds = run_go(text, go="1.22").snapshot.kinds
    return sum(kind.live for kind in kinds if "prog.go" in kind.name)


@pytest.mark.parametrize(
    ("body", "head", "objects"),
    [
        ("p := &T{1}; p.n++", "type T struct{ n int }", 0),
        ("kept = &T{1}", "type T struct{ n int }\nvar kept *T", 1),
        ("kept = &struct{}{}", "var kept *struct{}", 0),
        ("s := make([]int, 10); s[0] = 1", "", 0),
        ("n := 10; s := make([]int, n); s[0] = 1", "", 0),
        ("n := 10; s := make([]int, n); defer func() { s[0] = 1 }()", "", 1),
        ("x := 1000; kept = &x", "var kept *int", 1),
        ("x := 1000; kept = x", "var kept any", 1),
        ("x := 100; kept = x", "var kept any", 0),
        ("x := 1; kept = func() { x++ }", "var kept func()", 2),
        ("x := 1; f := func() { x++ }; f()", "", 0),
        ("for i := 0; i < 3; i++ { p := &T{}; kept = p }; kept = nil", NODE, 0),
        ("t := &T{}; t.me = t; kept = t; kept = nil; _ = t", NODE, 1),
        ("kept = &T{2}", "type T struct{ n int }\nvar kept = &T{1}", 1),
    ],
)  # fmt: skip
def test_what_outlives_its_function_is_an_object_of_the_heap(body, head, objects):
    assert live(body, head) == objects


@pytest.mark.parametrize(
    ("body", "head", "objects"),
    [
        ('s := fmt.Sprint("abc", n); kept = s; kept = nil; runtime.GC()', "var kept any", 0),
        ('s := fmt.Sprint("abc", n); kept = s; runtime.GC()', "var kept any", 2),
        ("m := map[int]int{}; for i := range [20]int{} { m[i] = n }; kept = m", "var kept any", 2),
    ],
)
def test_what_is_let_go_of_is_not_kept_by_the_count_itself(body, head, objects):
    head = (
        f'import ("fmt"; "runtime")\n{head}\nvar n = 1000\nvar _ = fmt.Sprint\nvar _ = runtime.GC'
    )

    assert live(body, head) == objects
