"""What is wrong with a wish for real Go is said: the version, or where it was to be found."""

from __future__ import annotations

import pytest

from gosim.cli import exit_code


@pytest.fixture
def program(tmp_path):
    path = tmp_path / "prog.go"
    path.write_text("package main\n\nfunc main() {}\n")
    return str(path)


def test_verify_does_not_offer_to_install_what_is_not_modelled(program, capsys):
    assert exit_code(["verify", program, "--go", "1.28"]) == 64

    error = capsys.readouterr().err
    assert "Go version 1.28 is not modelled" in error
    assert "install" not in error


@pytest.mark.parametrize("name", ["GOSIM_GO", "GOSIM_GO_DIR"])
def test_a_place_that_is_not_there_is_said(name, program, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv(name, str(tmp_path / "nowhere"))

    assert exit_code(["go", "list"]) == 0
    assert f"gosim: {name} names {tmp_path / 'nowhere'}, which is not there" in (
        capsys.readouterr().err
    )
    assert exit_code(["verify", program, "--go", "1.21.1"]) == 64
    assert f"{name} names" in capsys.readouterr().err


def test_a_version_with_needless_zeros_is_none(capsys):
    assert exit_code(["go", "install", "1.022"]) == 64
    assert "'1.022' is not a Go version" in capsys.readouterr().err


def test_the_help_names_the_variables(capsys):
    assert exit_code(["go", "--help"]) == 0

    text = capsys.readouterr().out
    assert "GOSIM_GO " in text
    assert "GOSIM_GO_DIR" in text
