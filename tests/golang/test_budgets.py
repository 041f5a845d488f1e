"""A program that never has enough is stopped; what was recorded until then is whole."""

import pytest

from gosim import Budget
from gosim.cli import main
from gosim.golang.run import run_go
from gosim.kernel.budget import resident_bytes

MEMORY = 40_000_000

GREEDY = {
    "appends": "s := []int{}; for { s = append(s, len(s)) }",
    "doubles a slice": "s := []int{1, 2}; for { s = append(s, s...) }",
    "doubles a string": 's := "ab"; for { s += s }',
    "fills a map": "m := map[int]int{}; for i := 0; ; i++ { m[i] = i }",
    "links a list": "type node struct { next *node }\nvar l *node; for { l = &node{l} }",
    "keeps buffers": "var b [][]byte; for { b = append(b, make([]byte, 1<<20)) }",
    "keeps numbers in interfaces": "var b []any; for i := 0; ; i++ { b = append(b, i) }",
    "makes channels": "var c []chan int; for { c = append(c, make(chan int, 9)) }",
    "starts goroutines": "block := make(chan int); for { go func() { <-block }() }",
    "asks for more than there is": "n := 1 << 40; s := make([]int, n); _ = s",
}


@pytest.mark.parametrize("body", GREEDY.values(), ids=GREEDY)
def test_a_program_without_end_is_stopped_by_the_budget_of_memory(body):
    program = f"package main\n\nfunc main() {{\n{body}\n}}\n"
    before = resident_bytes()

    result = run_go(program, budget=Budget(memory_bytes=MEMORY, wall_s=60))

    assert result.why_ended == "memory"
    assert result.series["heap_objects"]
    assert resident_bytes() - before < 10 * MEMORY


def test_a_spinning_program_is_stopped_by_the_budget_of_operations():
    program = "package main\n\nfunc main() {\n\tfor {\n\t}\n}\n"

    result = run_go(program, budget=Budget(operations=100_000))

    assert result.why_ended == "operations"


def test_a_recursion_without_end_dies_as_in_go():
    program = "package main\n\nfunc f() int { return f() + 1 }\n\nfunc main() { println(f()) }\n"

    result = run_go(program)

    assert result.exit_code == 2
    assert "stack overflow" in result.stderr


def test_the_command_line_names_the_budget_and_exits_with_124(tmp_path, monkeypatch, capsys):
    file = tmp_path / "greedy.go"
    file.write_text("package main\n\nfunc main() { n := 1 << 40; _ = make([]int, n) }\n")
    monkeypatch.setattr("sys.argv", ["gosim", "run", str(file)])

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 124
    assert "the budget of memory was spent" in capsys.readouterr().err
