"""The few lines of protocol buffers that a heap profile needs.

Models   nothing in Go: the wire format, as far as varints, packed lists and nested messages go.
Leaves out   everything else.

>>> field(1, 150).hex(), field(2, b"testing").hex()
('089601', '120774657374696e67')
>>> [(number, value) for number, value in fields(field(1, 150) + field(2, b"a"))]
[(1, 150), (2, b'a')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def varint(value: int) -> bytes:
    """Return an integer in groups of seven bits, the lowest first."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def field(number: int, value: int | bytes | Iterable[int]) -> bytes:
    """Return one field: an integer, text or a message, or a packed list of integers."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value) if value else b""
    content = value if isinstance(value, bytes) else b"".join(map(varint, value))
    return varint(number << 3 | 2) + varint(len(content)) + content


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield the number and the value of each field of a message."""
    at = 0
    while at < len(message):
        key, at = read_varint(message, at)
        value, at = read_varint(message, at)
        if key & 7 == 2:
            yield key >> 3, message[at : at + value]
            at += value
        else:
            yield key >> 3, value


def read_varint(message: bytes, at: int) -> tuple[int, int]:
    """Return the integer that begins there, and where the next thing begins."""
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def unpacked(content: bytes) -> list[int]:
    """Return the integers of a packed list."""
    values, at = [], 0
    while at < len(content):
        value, at = read_varint(content, at)
        values.append(value)
    return values
