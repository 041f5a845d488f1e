"""Bad input gets a sentence that says what and what to try, exit code 64, and leaves no file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gosim.cli import exit_code
from gosim.record.files import check_writable, write_whole

RUN = ["run", "leaky"]
COMPARE = ["compare", "leaky"]
OLD = ["--godebug", "asynctimerchan=1"]

REFUSALS = [
    # scenarios, commands, options
    ([], "run nosuch", "there is no scenario 'nosuch'", "there are: article-timeout"),
    ([], "run leeky", "there is no scenario 'leeky'", "did you mean leaky?"),
    (COMPARE, "nosuch", "there is no scenario 'nosuch'", "there are: article-timeout"),
    ([], "compare", "Missing argument 'NAME|FILE.go|FOLDER...'", "gosim COMMAND -h"),
    ([], "run", "Missing argument 'NAME|FILE.go...|FOLDER'", "gosim COMMAND -h"),
    ([], "replay", "No such command 'replay'", "gosim -h"),
    (RUN, "newtimer", "leaky is not a Go file", ""),
    (RUN, "--nope", "No such option", "gosim COMMAND -h"),
    ([], "list --nope", "No such option", "gosim COMMAND -h"),
    ([], "run contex", "there is no scenario 'contex'", "did you mean context? Or give a Go file"),
    ([], "verify nosuch.go --go 1.22", "there is no file nosuch.go", "give the path of a Go file"),
    ([], "show nosuch.go", "there is no file nosuch.go", "give the path of a Go file"),
    # versions
    (RUN, "--go 1.28", "Go version 1.28 is not modelled", "gosim knows 1.5 to 1.27"),
    (RUN, "--go 1.4", "Go version 1.4 is not modelled", "gosim knows 1.5 to 1.27"),
    (RUN, "--go 2.0", "Go version 2.0 is not modelled", "gosim knows 1.5 to 1.27"),
    (RUN, "--go new", "'new' is not a Go version", "write it like 1.22"),
    (RUN, "--go 1.22,1.23", "'1.22,1.23' is not a Go version", "write it like 1.22"),
    (COMPARE, "--go ,", "--go ',' names no version", "write --go 1.22,1.23"),
    (COMPARE, "--go 1.22,9", "'9' is not a Go version", "write it like 1.22"),
    (RUN, "--gomod 1.23", "go.mod says go 1.23, newer than the toolchain 1.22", "take --go 1.23"),
    (RUN, "--go 1.10 --gomod 1.10", "Go 1.10 does not read go.mod", "leave out --gomod"),
    (RUN, "--gomod old", "'old' is not a go line of go.mod", "write it like 1.22"),
    (RUN, "--go 1.27 --godebug asynctimerchan=1", "Go 1.27 stops with: removed", "1.23 to 1.26"),
    (RUN, "--godebug asynctimerchan=3", "asynctimerchan=3 means nothing", "it is 0, 1 or 2"),
    (RUN, "--godebug asynctimerchan=x", "is not a number", "write asynctimerchan=1"),
    (RUN, "--godebug asynctimerchan=--1", "is not a number", "write asynctimerchan=1"),
    (RUN, "--godebug asynctimerchan=²", "is not a number", "write asynctimerchan=1"),
    (RUN, "--godebug asynctimerchan", "is not NAME=VALUE", "write --godebug name=value"),
    (RUN, "--godebug gctrace=1", "GODEBUG gctrace is not modelled", "knows asynctimerchan"),
    # parameters
    (RUN, "--set rat=5", "there is no parameter 'rat' here", "there are: rate, timeout"),
    ([], "run timeout --set rate=5", "there is no parameter 'rate' here", "there are: timeout"),
    (RUN, "--set rate", "--set rate is not NAME=VALUE", "write --set name=value"),
    (RUN, "--set =5", "--set =5 is not NAME=VALUE", "write --set name=value"),
    (RUN, "--set rate=", "--set rate= is not NAME=VALUE", "write --set name=value"),
    (RUN, "--set rate=fast", "rate: 'fast' is not a rate", "write messages a second"),
    (RUN, "--set rate=0", "rate: '0' is not a rate", "write messages a second"),
    (RUN, "--set timeout=3", "timeout: '3' is not a duration", "90s, 3m, 1h30m, 250ms"),
    (RUN, "--set timeout=3min", "timeout: '3min' is not a duration", "write it as Go does"),
    (RUN, "--set timeout=0s", "timeout: '0s' is not a time to wait", "take more than zero"),
    (RUN, "--set messages=-1", "messages: '-1' is not a count", "write a whole number"),
    (RUN, "--set stop=-1s", "stop: '-1s' lies in the past", "take zero (never) or more"),
    (RUN, "--set stop=9999999h", "is longer than any Go duration", "about 292 years"),
    # how to run
    (RUN, "--until 0", "--until 0 makes no sense", "take more than 0"),
    (RUN, "--until -1s", "--until -1s makes no sense", "take more than 0"),
    (RUN, f"--until {'9' * 5000}s", "a duration of 5001 characters", "about 292 years"),
    (RUN, "--until soon", "'soon' is not a duration", "write it as Go does"),
    (RUN, "--sample 0s", "--sample 0s makes no sense", "take more than 0"),
    (RUN, "--sample 1ns", "makes 360,000,000,000 samples", "take a step of"),
    (RUN, "--procs 0", "procs=0 makes no sense", "take 1 to 1024"),
    (RUN, "--procs 100000", "procs=100000 makes no sense", "take 1 to 1024"),
    (RUN, "--procs two", "'two' is not a valid integer", "gosim COMMAND -h"),
    (RUN, "--seed two", "'two' is not a valid integer", "gosim COMMAND -h"),
    (RUN, "--grain 0", "--grain 0 makes no sense", "take 1 (exact), 2, 3, … or auto"),
    (RUN, "--grain fine", "--grain fine makes no sense", "take 1 (exact)"),
    (RUN, "--costs cheap", "'cheap' is not one of 'go', 'free'", "gosim COMMAND -h"),
    (RUN, "--max-seconds 0", "--max-seconds 0 leaves no time", "take more than 0"),
    (RUN, "--max-seconds nan", "--max-seconds nan leaves no time", "take more than 0"),
    # files
    (RUN, "--json no/x.json", "cannot write no/x.json: there is no folder no", "another file"),
    (RUN, "--csv no/x.csv", "cannot write no/x.csv: there is no folder no", "another file"),
    (RUN, "--plot no/x.svg", "there is no folder no", "another file"),
    (COMPARE, "-o no/x.svg", "there is no folder no", "another file"),
    (RUN, f"--plot {'x' * 300}.svg", "file name too long", "another file"),
    (("run",), f"{'x' * 300}.go", "there is no file x", "give the path"),
    (RUN, "--json .", "it is a folder", "another file"),
    (RUN, "--plot x.gif", "a figure cannot be a .gif file", ".svg, .png or .pdf"),
    (RUN, "--plot x", "the file has no suffix", ".svg, .png or .pdf"),
    (COMPARE, "-o x.jpeg", "a figure cannot be a .jpeg file", ".svg, .png or .pdf"),
    (RUN, "--json - --csv -", "both want standard output", "give one a file"),
    (RUN, "--json x --csv x", "x is named twice", "give each its own file"),
]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    """Let no test leave a file in the checkout."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("command", "more", "what", "try_this"),
    [pytest.param(*row, id=" ".join([*row[0], row[1]])) for row in REFUSALS],
)
def test_bad_input_is_refused(capsys, tmp_path, command, more, what, try_this):
    code = exit_code([*command, *more.split()])
    out, err = capsys.readouterr()
    first, *others = err.splitlines()

    assert (code, out) == (64, "")
    assert first.startswith("gosim: ")
    assert what in first
    assert try_this in " ".join(others)
    assert len(others) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_go_is_said_to_be_none(capsys, tmp_path):
    (tmp_path / "notes.txt").write_text("words")

    assert exit_code(["run", "notes.txt"]) == 64
    assert capsys.readouterr().err.startswith("gosim: notes.txt is not a Go file\n")


@pytest.mark.parametrize("command", ["run -q", "show", "why --at 1s", "pprof -q"])
def test_every_command_takes_the_folder_of_a_program(capsys, tmp_path, command):
    folder = tmp_path / "fold"
    folder.mkdir()
    (folder / "main.go").write_text("package main\n\nfunc main() { twice() }\n")
    (folder / "more.go").write_text("package main\n\nfunc twice() { println(2) }\n")

    assert exit_code([*command.split(), str(folder)]) == 0


def test_verify_takes_the_folder_of_a_program(capsys, tmp_path, monkeypatch):
    (tmp_path / "main.go").write_text("package main\n\nfunc main() {}\n")
    monkeypatch.setattr("gosim.oracle.compare.verify", lambda files, **_: pytest.fail(files[0]))

    with pytest.raises(pytest.fail.Exception, match=r"main\.go"):
        exit_code(["verify", str(tmp_path), "--go", "1.22"])


def test_the_second_mistake_is_found_before_the_first_run(capsys, monkeypatch):
    """A comparison that cannot be finished is not begun."""
    monkeypatch.setattr("gosim.cli.comparing.replay", lambda *_: pytest.fail("it ran"))

    assert exit_code(["compare", "leaky", "nosuch"]) == 64
    assert exit_code(["compare", "leaky", "timeout", "--set", "rate=5"]) == 64
    assert exit_code(["compare", "leaky", "--go", "1.22,1.99"]) == 64
    assert exit_code(["compare", "leaky", "--go", "1.23,1.27", *OLD]) == 64
    assert "Traceback" not in capsys.readouterr().err


# -- files --------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_what_is_read_only_is_refused(tmp_path):
    file, folder = tmp_path / "file", tmp_path / "folder"
    file.write_text("mine")
    file.chmod(0o400)
    folder.mkdir(mode=0o500)

    for path in (file, folder / "file"):
        with pytest.raises(ValueError, match="read-only"):
            check_writable(path)


def test_what_is_read_only_is_refused_even_to_root(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("gosim.record.files.os.access", lambda *_: False)

    for option in ("--json", "--csv", "--plot"):
        assert exit_code([*RUN, option, "x.svg"]) == 64
        assert "is read-only" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "x.json"
    path.write_text("before")

    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ValueError, match=r"cannot write .*x\.json: no space left on device"):
        write_whole(path, "after")

    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("before")
    link.symlink_to(target)

    write_whole(link, "after")

    assert link.is_symlink()
    assert target.read_text() == "after"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_what_is_no_file_is_written_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    write_whole(pipe, "whole")

    assert os.read(reader, 100) == b"whole"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    "command",
    [
        ["size", "--gogc"],
        ["size", "--memory-limit"],
        ["size", "--rate"],
        ["size", "--timeout"],
        ["size", "--go"],
        ["sweep", "leaky", "--gogc"],
        ["why", "leaky", "--at"],
    ],
    ids=" ".join,
)
def test_a_number_with_thousands_of_digits_is_refused(command, capsys):
    """Python itself refuses to read more than 4,300 of them, with a ValueError."""
    assert exit_code([*command, "9" * 5000]) == 64
    assert "gosim: " in capsys.readouterr().err
