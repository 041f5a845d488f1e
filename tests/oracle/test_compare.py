"""gosim and Go agree when exit code, lines, instants and complaint are the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gosim.cli import exit_code
from gosim.errors import UsageError
from gosim.golang.run import run_go
from gosim.oracle.compare import Comparison, HeapRow, compare, heap_rows, lines_of, table, verify
from gosim.oracle.faketime import BEGIN_NS, TRIES, Outcome, Write, playback, usual
from gosim.oracle.memory import Heap, instant_of, sampled, samples_of
from gosim.oracle.toolchains import Toolchain

GO = Toolchain("1.22.10", Path("go"), "cache")
PROGRAM = """package main

import (
	"fmt"
	"time"
)

func main() {
	fmt.Println("one")
	time.Sleep(time.Second)
	fmt.Println("two")
	panic("three")
}
"""


def frame(at, text):
    header = b"\0\0PB" + (BEGIN_NS + at).to_bytes(8, "big") + len(text).to_bytes(4, "big")
    return header + text


def test_writes_come_back_in_their_order_and_at_their_instants():
    stdout = frame(0, b"a") + frame(2, b"c") + frame(1_000, b"d")
    stderr = frame(1, b"b")

    assert playback(stdout, stderr) == [
        Write(0, "stdout", b"a"),
        Write(0, "stderr", b"b"),
        Write(0, "stdout", b"c"),
        Write(1_000, "stdout", b"d"),
    ]


def test_what_the_system_says_without_a_header_is_kept():
    assert playback(frame(7, b"a") + b"Killed", b"")[-1] == Write(7, "stdout", b"Killed")


def test_a_line_has_the_instant_at_which_it_is_complete():
    lines = lines_of([(1, b"a"), (2, b"b\nc"), (3, b"\n"), (4, b"d")])

    assert [(line.at, line.text) for line in lines] == [
        (2, "ab"),
        (3, "c"),
        (4, "d (without a newline)"),
    ]


@pytest.fixture(scope="module")
def result():
    return run_go(PROGRAM, go="1.22")


OUTCOME = Outcome(
    GO,
    2,
    (
        Write(0, "stdout", b"one\n"),
        Write(10**9, "stdout", b"two\n"),
        Write(10**9, "stderr", b"panic: three\n\ngoroutine 1 [running]:\nmain.main()\n"),
    ),
)


def test_equal_outcomes_have_only_equal_rows(result):
    rows = compare(result, OUTCOME)

    assert [row.what for row in rows] == [
        "exit code",
        "lines printed",
        "instant of the last line",
        "standard error",
    ]
    assert all(row.equal for row in rows)


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("exit code", {"exit_code": 0}),
        ("line 2", {"writes": (OUTCOME.writes[0], Write(10**9, "stdout", b"2\n"))}),
        ("line 2", {"writes": OUTCOME.writes[:1]}),
        ("instant of line 2", {"writes": (OUTCOME.writes[0], Write(5, "stdout", b"two\n"))}),
        ("standard error", {"writes": OUTCOME.writes[:2]}),
    ],
)
def test_a_difference_has_its_row(what, change, result):
    rows = compare(result, replace(OUTCOME, **change))

    assert what in [row.what for row in rows if not row.equal]


def runs(*exit_codes):
    return iter([replace(OUTCOME, exit_code=code) for code in exit_codes]).__next__


def test_a_program_that_does_what_was_foretold_runs_once():
    assert usual(runs(0), lambda outcome: outcome.exit_code == 0).exit_code == 0


def test_one_disturbed_run_is_outvoted():
    once = runs(1, *[0] * (TRIES - 1))

    assert usual(once, lambda outcome: outcome.exit_code == 0).exit_code == 0


def test_what_go_does_once_by_chance_does_not_make_it_equal():
    once = runs(1, 0, *[1] * (TRIES - 2))

    done = usual(once, lambda outcome: outcome.exit_code == 0)

    assert done.exit_code == 1
    assert Comparison(None, done, ()).remark.startswith(f"\nGo 1.22.10 did this in {TRIES - 1} of")


def test_the_table_says_what_differs(result):
    shown = table(compare(result, replace(OUTCOME, exit_code=0)), str(GO))

    assert shown.splitlines()[1].split() == ["exit", "code", "2", "0", "different"]
    assert shown.splitlines()[2].endswith("equal")


def test_verify_without_a_toolchain_ends_with_64(tmp_path, monkeypatch, capsys):
    (tmp_path / "prog.go").write_text(PROGRAM, encoding="utf-8")
    monkeypatch.setattr("gosim.oracle.toolchains.found", list)

    assert exit_code(["verify", str(tmp_path / "prog.go"), "--go", "1.22"]) == 64
    assert "gosim go install 1.22" in capsys.readouterr().err


def test_verify_of_a_file_that_is_not_there_ends_with_64(capsys):
    assert exit_code(["verify", "none.go", "--go", "1.22"]) == 64


def test_show_prints_python(tmp_path, capsys):
    (tmp_path / "prog.go").write_text(PROGRAM, encoding="utf-8")

    assert exit_code(["show", str(tmp_path / "prog.go")]) == 0
    assert "def main():" in capsys.readouterr().out


@pytest.mark.go
def test_gosim_and_go_agree_about_a_program(tmp_path, goroots):
    (tmp_path / "prog.go").write_text(PROGRAM, encoding="utf-8")

    for version in goroots:
        comparison = verify(tmp_path / "prog.go", go=version)

        assert comparison.equal, str(comparison)
        assert comparison.outcome.exit_code == 2


@pytest.mark.go
def test_an_old_go_line_is_given_to_both(tmp_path, goroots):
    text = PROGRAM.replace('panic("three")', "fmt.Println(cap(time.NewTimer(1).C))")
    (tmp_path / "prog.go").write_text(text, encoding="utf-8")
    version = max(name for name in goroots if "1.23" <= name < "1.27")

    for gomod, capacity in ((None, "0"), ("1.22", "1")):
        comparison = verify(tmp_path / "prog.go", go=version, gomod=gomod)

        assert comparison.equal, str(comparison)
        assert comparison.result.stdout.split()[-1] == capacity


@pytest.mark.go
def test_a_program_that_go_does_not_build_is_refused(tmp_path, goroots):
    from gosim.oracle.faketime import ask
    from gosim.oracle.toolchains import find

    with pytest.raises(UsageError, match="does not build"):
        ask(find(next(iter(goroots))), {"prog.go": b"package main\n\nfunc main() { x }\n"})


# -- the heap -------------------------------------------------------------------------------------

LEAK = b"""package main

import "time"

var kept [][]byte

func main() {
	for i := 0; i < 60; i++ {
		kept = append(kept, make([]byte, 1000))
		time.Sleep(time.Second)
	}
}
"""


def test_a_program_that_samples_itself_counts_what_it_keeps(tmp_path):
    files = sampled({"leak.go": LEAK}, 60 * 10**9)
    for name, text in files.items():
        (tmp_path / name).write_bytes(text)

    result = run_go([tmp_path / name for name in files], go="1.22")
    samples = samples_of(result.stderr)

    assert sorted(samples) == [1, 2, 3, 4, 5, 6]
    assert [instant_of(n, 60 * 10**9) for n in (1, 5, 6)] == ["at 10s", "at 50s", "at the end"]
    added = samples[3].bytes - samples[2].bytes
    assert added == 10 * 1024  # The slice's array has grown to 32 before, and not since.


def test_heaps_are_equal_when_they_are_near():
    mine = {1: Heap(1000, 50_000), 2: Heap(1000, 90_000)}
    other = {1: Heap(1005, 50_000), 2: Heap(1000, 60_000), 3: Heap(1, 1)}

    rows = heap_rows(mine, other, 60 * 10**9)

    assert [row.verdict for row in rows] == [
        "differs by -0.50%, as it may",
        "equal",
        "equal",
        "differs by +50.00%",
    ]
    assert [row.equal for row in rows] == [True, True, True, False]


@pytest.mark.go
@pytest.mark.parametrize("version", ["1.22", "1.27"])
@pytest.mark.parametrize("name", ["lists", "workers"])
def test_the_heap_of_a_program_is_that_of_real_go(name, version, tmp_path):
    bodies = {
        "lists": "type n struct { next *n; v any }\nvar l *n\n"
        "func main() { for i := 0; i < 5000; i++ { l = &n{l, i}; time.Sleep(time.Second) } }\n",
        "workers": "func main() { for i := 0; i < 300; i++ { b := make([]int, 500 + i % 2)\n"
        "c := make(chan int)\ngo func() { b[0] = <-c }()\ntime.Sleep(time.Second) } }\n",
    }
    (tmp_path / "prog.go").write_text(f'package main\n\nimport "time"\n\n{bodies[name]}')

    comparison = verify(tmp_path / "prog.go", go=version)

    assert sum(isinstance(row, HeapRow) for row in comparison.rows) == 12
    assert comparison.equal, str(comparison)
