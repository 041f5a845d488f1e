"""Package io/fs: how a file system fails.

Models   io/fs/fs.go of Go 1.22: PathError and the errors behind it.
Read     gosim.golang.lib.goos next.
Leaves out   file systems.
"""

from __future__ import annotations

from typing import Final

from gosim.golang.lib.goerrors import New

API: Final = """
package fs

import "time"

var ErrInvalid error
var ErrPermission error
var ErrExist error
var ErrNotExist error
var ErrClosed error

type FileMode uint32
type FileInfo interface {
	Name() string
	Size() int64
	Mode() FileMode
	ModTime() time.Time
	IsDir() bool
	Sys() any
}

type PathError struct {
	Op   string
	Path string
	Err  error
}
func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *PathError) Unwrap() error { return e.Err }
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}
"""

ErrInvalid: Final = New("invalid argument")
ErrPermission: Final = New("permission denied")
ErrExist: Final = New("file already exists")
ErrNotExist: Final = New("file does not exist")
ErrClosed: Final = New("file already closed")
