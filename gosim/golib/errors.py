"""Package errors: error values.

Models   errors/errors.go.
Read     nothing first.
Leaves out   wrapping.
"""

from __future__ import annotations


class Error:
    """An error value; each is equal to itself only.  Go: errorString."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def Error(self) -> str:
        """Return its text."""
        return self.text

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Error({self.text!r})"


def New(text: str) -> Error:
    """Return a new error with that text."""
    return Error(text)
