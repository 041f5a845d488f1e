"""fmt writes every operand with every verb, flag, width and precision as real Go does."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from golang.lib.operands import FLAGS, OPERANDS, SIZES, SPECIAL, VERBS, operands

from gosim.golang.lib.fmt_printer import sprintf
from gosim.golang.lib.quoting import quote
from gosim.golang.values import of_text

GOLDEN = Path(__file__).parents[2] / "golden" / "golang" / "lib"
VERSIONS = ["1.22.10", "1.27.3"]


def recorded(version):
    return (GOLDEN / f"formats-{version}.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("number", range(len(SPECIAL)), ids=lambda n: SPECIAL[n][0])
def test_a_special_format_says_what_go_says(number, version):
    text, args = SPECIAL[number]

    written = quote(sprintf(of_text(text), *operands(args)), ascii_only=True)

    assert written == recorded(version)[number]


def group(verb, flag):
    return "\n".join(
        quote(sprintf(of_text(f"%{flag}{size}{verb}"), value), ascii_only=True)
        for size in SIZES
        for value in OPERANDS.values()
    )


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_writes_all_operands_with_all_flags_as_go_does(verb):
    for flag in FLAGS:
        digest = hashlib.sha256(group(verb, flag).encode()).hexdigest()[:16]
        line = len(SPECIAL) + VERBS.index(verb) * len(FLAGS) + FLAGS.index(flag)
        for version in VERSIONS:
            assert digest == recorded(version)[line], f"%{flag}{verb} differs from Go {version}"
