"""Package io: the interfaces that readers and writers have.

Models   io/io.go of Go 1.22.
Read     gosim.golang.lib.goerrors first.
Leaves out   pipes, sections, tees, multi-readers, Seeker.

>>> EOF.Error()
'EOF'
"""

from __future__ import annotations

from typing import Any, Final

from gosim.golang.lib.goerrors import ErrorString
from gosim.golang.values import Native, call, slice_of, to_bytes

API = """
package io

var EOF error
var ErrUnexpectedEOF error
var ErrShortWrite error
var ErrClosedPipe error
var Discard Writer

type Reader interface { Read(p []byte) (n int, err error) }
type Writer interface { Write(p []byte) (n int, err error) }
type Closer interface { Close() error }
type ReadWriter interface { Reader; Writer }
type ReadCloser interface { Reader; Closer }
type WriteCloser interface { Writer; Closer }
type ReadWriteCloser interface { Reader; Writer; Closer }
type StringWriter interface { WriteString(s string) (n int, err error) }
type ByteReader interface { ReadByte() (byte, error) }
type ByteWriter interface { WriteByte(c byte) error }
type RuneReader interface { ReadRune() (r rune, size int, err error) }

type discard struct{}
func (d *discard) Write(p []byte) (int, error)
func (d *discard) WriteString(s string) (int, error)

func WriteString(w Writer, s string) (n int, err error)

func ReadAll(r Reader) ([]byte, error) {
	all := make([]byte, 0, 512)
	part := make([]byte, 512)
	for {
		n, err := r.Read(part)
		all = append(all, part[:n]...)
		if err == EOF {
			return all, nil
		}
		if err != nil {
			return all, err
		}
	}
}

func Copy(dst Writer, src Reader) (written int64, err error) {
	part := make([]byte, 32*1024)
	for {
		n, err := src.Read(part)
		if n > 0 {
			m, failed := dst.Write(part[:n])
			written += int64(m)
			if failed != nil {
				return written, failed
			}
		}
		if err == EOF {
			return written, nil
		}
		if err != nil {
			return written, err
		}
	}
}
"""

EOF: Final = ErrorString("EOF")
ErrUnexpectedEOF: Final = ErrorString("unexpected EOF")
ErrShortWrite: Final = ErrorString("short write")
ErrClosedPipe: Final = ErrorString("io: read/write on closed pipe")


class discard(Native):  # noqa: N801  Go's name
    """The Writer that forgets."""

    __slots__ = ()

    def Write(self, p: Any) -> tuple[int, None]:
        """Forget the bytes."""
        return p.n, None

    def WriteString(self, s: str) -> tuple[int, None]:
        """Forget the string."""
        return len(s), None

    write_text_ = WriteString


Discard: Final = discard()


def WriteString(w: Any, s: str) -> Any:
    """Write a string to `w`."""
    whole = getattr(w, "WriteString", None)
    if whole is not None:
        return call(whole, s)
    return call(w.Write, slice_of(list(to_bytes(s))))
