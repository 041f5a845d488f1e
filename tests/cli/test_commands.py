"""The command line parses, calls and prints: data and prose apart, files whole, codes kept."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gosim import __version__
from gosim.cli import commands, exit_code
from gosim.scenarios import PARAMETERS, SCENARIOS

SHORT = ["--set", "rate=1000", "--set", "timeout=100ms", "--until", "300ms"]
MAGIC = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    """Let no test leave a file in the checkout."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def gosim(capsys):
    """Run a command; return (exit code, standard output, standard error)."""

    def run(*arguments):
        code = exit_code(list(arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return run


def process(*arguments, **options):
    """Start a command in a process of its own."""
    command = [sys.executable, "-m", "gosim", *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
    )


# -- list, help, version ------------------------------------------------------------------------


def test_list_names_every_scenario(gosim):
    code, out, err = gosim("list")

    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()[: len(SCENARIOS)]] == list(SCENARIOS)


def test_list_v_shows_parameters_with_units_and_defaults(gosim):
    code, out, _ = gosim("list", "-v")

    assert code == 0
    assert "--set rate=free       how fast the producer sends" in out
    assert "--set timeout=3m0s    how long a pass waits [duration]" in out
    for scenario in SCENARIOS.values():
        assert scenario.title in out
        for name in scenario.parameters:
            assert f"[{PARAMETERS[name].unit}]" in out
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize("command", [[], *([name] for name in commands.commands)])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_on_one_screen(gosim, command, option):
    code, out, err = gosim(*command, option)

    assert (code, err) == (0, "")
    assert out.startswith("Usage: gosim")
    assert len(out.splitlines()) <= 48
    body = out.partition("\n")[2]
    assert not re.search(r"[a-z]\.\.\.$", body, re.MULTILINE), "a sentence is cut off"


def test_without_a_command_there_is_help(gosim):
    code, out, _ = gosim()

    assert code == 64
    assert "gosim compare leaky newtimer reset" in out


def test_the_version_is_that_of_the_package(gosim):
    assert gosim("--version") == (0, f"gosim {__version__}\n", "")


# -- run: what goes where -----------------------------------------------------------------------


def test_the_program_prints_to_stdout_and_gosim_to_stderr(gosim):
    code, out, err = gosim("run", "newtimer", *SHORT)

    assert (code, out) == (0, "timeout\n")
    assert err.splitlines()[0] == "newtimer on Go 1.22, 0:00.3 of virtual time, seed 1"
    assert [line.split(":")[0].strip() for line in err.splitlines()[1:]] == [
        "Timers",
        "Memory",
        "Timeouts",
    ]


def test_quiet_leaves_only_what_the_program_prints(gosim):
    assert gosim("run", "newtimer", *SHORT, "-q") == (0, "timeout\n", "")
    assert gosim("run", "reset", *SHORT, "--quiet") == (0, "", "")
    assert gosim("compare", "reset", *SHORT, "-q") == (0, "", "")


def test_json_on_stdout_is_nothing_but_json(gosim):
    code, out, err = gosim("run", "newtimer", *SHORT, "--json", "-")
    result = json.loads(out)

    assert code == 0
    assert err.startswith("newtimer on Go 1.22")
    assert result["stdout"] == "timeout\n"
    assert list(result) == [
        *("scenario", "parameters", "go", "version", "procs", "seed", "costs", "grain"),
        *("exit_code", "why_ended", "ended_at_ns", "stdout", "stderr"),
        *("units", "series", "marks", "summary"),
    ]
    assert len({len(column) for column in result["series"].values()}) == 1
    assert result["units"].keys() == result["series"].keys()
    assert [(mark["label"], mark["weight"]) for mark in result["marks"]] == [("false timeout", 1)]


def test_csv_on_stdout_is_nothing_but_csv(gosim):
    code, out, _ = gosim("run", "newtimer", *SHORT, "--csv", "-", "--sample", "100ms")
    header, *rows = csv.reader(io.StringIO(out))

    assert code == 0
    assert header[:2] == ["t_ns", "timers"]
    assert [row[0] for row in rows] == ["0", "100000000", "200000000", "300000000"]


def test_one_on_stdout_and_the_others_in_files(gosim, tmp_path):
    _, out, _ = gosim("run", "leaky", *SHORT, "--json", "-", "--csv", "x.csv", "--plot", "x.svg")
    series = json.loads(out)["series"]
    columns = zip(*list(csv.reader((tmp_path / "x.csv").read_text().splitlines())), strict=True)

    assert {name: [int(v) for v in values] for name, *values in columns} == series
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.csv", "x.svg"]


def test_a_file_has_what_stdout_would_have(gosim, tmp_path):
    gosim("run", "leaky", *SHORT, "--json", "x.json", "--csv", "x.csv", "-q")

    assert (tmp_path / "x.json").read_text() == gosim("run", "leaky", *SHORT, "--json", "-")[1]
    assert (tmp_path / "x.csv").read_text() == gosim("run", "leaky", *SHORT, "--csv", "-")[1]


def test_every_option_reaches_the_run(gosim):
    options = ["--go", "1.24", "--gomod", "1.22", "--procs", "2", "--seed", "-7", *SHORT]
    more = ["--sample", "50ms", "--grain", "4", "--costs", "go", "--max-seconds", "60"]
    result = json.loads(gosim("run", "leaky", *options, *more, "--json", "-")[1])

    assert result["version"] == "Go 1.24 (go.mod 1.22, asynctimerchan=1)"
    assert (result["procs"], result["seed"], result["costs"]) == (2, -7, "go")
    assert (result["grain"], result["series"]["t_ns"][1]) == (4, 50_000_000)
    assert result["parameters"] == {
        "rate": 1000,
        "timeout": 100_000_000,
        "messages": 0,
        "stop": 0,
    }
    assert len([name for name in result["series"] if name.startswith("timers_p")]) == 2


def test_godebug_reaches_the_run(gosim):
    arguments = ["run", "leaky", "--go", "1.23", "--godebug", "asynctimerchan=1", *SHORT]

    assert max(json.loads(gosim(*arguments, "--json", "-")[1])["series"]["timers"]) == 101


def test_automatic_grain_and_free_costs_can_be_asked_for(gosim):
    arguments = ["run", "leaky", *SHORT, "--grain", "auto", "--costs", "free", "--json", "-"]
    result = json.loads(gosim(*arguments)[1])

    assert (result["grain"], result["costs"]) == ("auto", "free")


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_pictures_come_by_suffix(gosim, tmp_path, suffix):
    assert gosim("run", "leaky", *SHORT, "--plot", f"run.{suffix}")[0] == 0
    assert gosim("compare", "leaky", "reset", *SHORT, "-o", f"two.{suffix}")[0] == 0

    for name in ("run", "two"):
        assert (tmp_path / f"{name}.{suffix}").read_bytes().startswith(MAGIC[suffix])


# -- compare ------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_compare_draws_the_same_bytes_from_run_to_run(gosim, tmp_path, suffix):
    for name in ("one", "two"):
        gosim("compare", "leaky", "newtimer", "reset", *SHORT, "-o", f"{name}.{suffix}")

    assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"two.{suffix}").read_bytes()


@pytest.mark.slow
def test_compare_draws_the_same_bytes_in_another_process(gosim, tmp_path):
    gosim("compare", "leaky", "newtimer", *SHORT, "-o", "here.svg")
    there = process(
        *("compare", "leaky", "newtimer", *SHORT, "-o", "there.svg"),
        env={**os.environ, "PYTHONHASHSEED": "123", "LC_ALL": "C"},
    )
    _, err = there.communicate(timeout=60)

    assert (there.returncode, err) == (0, "wrote there.svg\n")
    assert (tmp_path / "here.svg").read_bytes() == (tmp_path / "there.svg").read_bytes()


def test_compare_says_three_sentences_for_each_run(gosim, tmp_path):
    code, out, err = gosim("compare", "leaky", "newtimer", *SHORT)

    assert (code, err) == (0, "wrote compare.svg\n")
    assert [line for line in out.splitlines() if "  Memory: " not in line] == [
        "leaky on Go 1.22",
        "  Timers: bounded by rate × timeout: a plateau of 101 (1,000 a second × 100ms),"
        " reached at 100 ms.",
        "  Timeouts: no false one, and no true one.",
        "newtimer on Go 1.22",
        "  Timers: flat, never more than 2 in the heap.",
        "  Timeouts: it fired once, at 100 ms, although the channel was never idle for 100ms:"
        " it is a deadline for the whole loop, and after it there is no timeout at all.",
    ]
    assert (tmp_path / "compare.svg").exists()


def test_compare_takes_several_versions_each_once(gosim):
    code, out, _ = gosim("compare", "leaky", "leaky", "--go", "1.13, 1.22,1.13,,1.23", *SHORT)
    runs = [line for line in out.splitlines() if not line.startswith(" ")]

    assert code == 0
    assert runs == ["leaky on Go 1.13", "leaky on Go 1.22", "leaky on Go 1.23"]


def test_a_dark_picture_is_another(gosim, tmp_path):
    gosim("compare", "leaky", *SHORT, "-o", "light.svg")
    gosim("compare", "leaky", *SHORT, "--dark", "-o", "dark.svg")

    assert (tmp_path / "light.svg").read_bytes() != (tmp_path / "dark.svg").read_bytes()


# -- exit codes ---------------------------------------------------------------------------------


def test_no_scenario_fails_by_default(gosim):
    for name in SCENARIOS:
        until = ["--until", "10ms"] if name != "timeout" else []
        assert gosim("run", name, *until)[0] == 0


def test_a_deadlock_is_the_programs_own_2(gosim):
    code, out, err = gosim("run", "newtimer", *SHORT, "--set", "stop=200ms")

    assert (code, out) == (2, "timeout\n")
    assert err.startswith("fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [sel")
    assert "the run ended early, at 200 ms: all goroutines were asleep." in err


def test_a_budget_is_124_and_what_was_recorded_is_kept(gosim, tmp_path):
    long = ["leaky", "--grain", "1", "--max-seconds", "0.05"]

    code, _, err = gosim("run", *long, "--json", "x.json")
    assert code == 124
    assert "the budget of wall-clock seconds was spent." in err
    assert "a shorter --until, or --grain auto, or a longer --max-seconds." in err
    assert json.loads((tmp_path / "x.json").read_text())["why_ended"] == "wall clock"

    code, out, _ = gosim("compare", *long)
    assert code == 124
    assert "Try: " in out
    assert (tmp_path / "compare.svg").exists()


@pytest.mark.parametrize("command", ["run", "compare", "why"])
def test_a_loop_in_which_time_would_never_pass_is_refused_before_it_runs(gosim, command):
    code, out, err = gosim(command, "leaky", "--costs", "free")

    assert (code, out) == (64, "")
    assert "with --costs free only waiting takes time, and a free-running loop never waits" in err
    assert "--set rate=1000" in err


def test_with_an_end_it_is_run(gosim):
    code, _, _ = gosim("run", "leaky", "--costs", "free", "--set", "messages=100")

    assert code == 0


HEARS_INTERRUPTS = """
import signal, sys, gosim.cli
signal.signal(signal.SIGINT, signal.default_int_handler)  # A shell's background job ignores it.
print("begun", flush=True)
gosim.cli.main(sys.argv[1:])
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_an_interrupt_is_130_and_leaves_nothing(tmp_path):
    command = [
        sys.executable,
        "-c",
        HEARS_INTERRUPTS,
        "run",
        "leaky",
        "--grain",
        "1",
        "--json",
        "x.json",
    ]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=tmp_path) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "begun\n"
        time.sleep(0.5)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=60)

    assert (run.returncode, out, err.strip()) == (130, "", "gosim: interrupted")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_reader_may_stop_reading():
    run = process("run", "leaky", *SHORT, "--sample", "10us", "--json", "-")
    assert run.stdout is not None
    assert run.stdout.readline() == "{\n"
    run.stdout.close()
    assert run.stderr is not None
    err = run.stderr.read()
    run.stderr.close()

    assert run.wait(timeout=60) == 0
    assert "Traceback" not in err
    assert "BrokenPipe" not in err


@pytest.mark.slow
def test_nothing_shows_progress_when_piped():
    run = process("run", "leaky", "--grain", "1", "--max-seconds", "1.8", "-q")

    assert run.communicate(timeout=60) == ("", "")
    assert run.returncode == 124


@pytest.mark.slow
def test_a_list_of_which_only_the_head_is_read_is_no_failure():
    run = process("list", "-v")
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.close()

    assert run.stderr.read() == ""
    run.stderr.close()
    assert run.wait(timeout=60) == 0


def test_a_file_that_is_not_go_is_refused_in_the_words_of_its_parser(gosim):
    Path("brace.go").write_text('package main\n\nfunc main() {\n\tprintln("x")\n')

    code, _, err = gosim("run", "brace.go")

    assert (code, err.strip()) == (64, "./brace.go:5:1: syntax error: unexpected EOF, expected }")
