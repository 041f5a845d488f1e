"""Package context, in Go: cancellation, deadlines, values.

Models   context/context.go of Go 1.22 to 1.27, with its propagation and its texts.
Read     gosim.golang.lib.gosync first.
Leaves out   contexts of other packages that a goroutine would have to watch: they are watched.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.gotypes import is_comparable
from gosim.golang.values import dynamic_type, go_version

API = """
package context

import ("errors"; "time")

type Context interface {
	Deadline() (deadline time.Time, ok bool)
	Done() <-chan struct{}
	Err() error
	Value(key any) any
}

type CancelFunc func()
type CancelCauseFunc func(cause error)

var Canceled = errors.New("context canceled")
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}
func (deadlineExceededError) Error() string { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool { return true }
func (deadlineExceededError) Temporary() bool { return true }

type emptyCtx struct{}
func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{} { return nil }
func (emptyCtx) Err() error { return nil }
func (emptyCtx) Value(key any) any { return nil }

type backgroundCtx struct{ emptyCtx }
func (backgroundCtx) String() string { return "context.Background" }
type todoCtx struct{ emptyCtx }
func (todoCtx) String() string { return "context.TODO" }

func Background() Context { return backgroundCtx{} }
func TODO() Context { return todoCtx{} }

type canceler interface {
	cancel(removeFromParent bool, err, cause error)
	Done() <-chan struct{}
}

type cancelKey struct{}
var cancelCtxKey cancelKey

type cancelCtx struct {
	Context
	done     chan struct{}
	children map[canceler]struct{}
	err      error
	cause    error
}

func (c *cancelCtx) Value(key any) any {
	if key == any(cancelCtxKey) {
		return c
	}
	return c.Context.Value(key)
}
func (c *cancelCtx) Done() <-chan struct{} {
	if c.done == nil {
		c.done = make(chan struct{})
	}
	return c.done
}
func (c *cancelCtx) Err() error { return c.err }
func (c *cancelCtx) String() string { return contextName(c.Context) + ".WithCancel" }

func parentCancelCtx(parent Context) (*cancelCtx, bool) {
	done := parent.Done()
	if done == nil {
		return nil, false
	}
	p, ok := parent.Value(cancelCtxKey).(*cancelCtx)
	if !ok || p.done != done {
		return nil, false
	}
	return p, true
}

func (c *cancelCtx) propagateCancel(parent Context, child canceler) {
	c.Context = parent
	if parent.Done() == nil {
		return
	}
	if err := parent.Err(); err != nil {
		child.cancel(false, err, Cause(parent))
		return
	}
	if p, ok := parentCancelCtx(parent); ok {
		if p.err != nil {
			child.cancel(false, p.err, p.cause)
		} else {
			if p.children == nil {
				p.children = make(map[canceler]struct{})
			}
			p.children[child] = struct{}{}
		}
		return
	}
	go func() {
		select {
		case <-parent.Done():
			child.cancel(false, parent.Err(), Cause(parent))
		case <-child.Done():
		}
	}()
}

func (c *cancelCtx) cancel(removeFromParent bool, err, cause error) {
	if cause == nil {
		cause = err
	}
	if c.err != nil {
		return
	}
	c.err = err
	c.cause = cause
	if c.done == nil {
		c.done = make(chan struct{})
	}
	close(c.done)
	children := c.children
	c.children = nil
	for child := range children {
		child.cancel(false, err, cause)
	}
	if removeFromParent {
		removeChild(c.Context, c)
	}
}

func removeChild(parent Context, child canceler) {
	p, ok := parentCancelCtx(parent)
	if !ok {
		return
	}
	delete(p.children, child)
}

func withCancel(parent Context) *cancelCtx {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	c := &cancelCtx{}
	c.propagateCancel(parent, c)
	return c
}

func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := withCancel(parent)
	return c, func() { c.cancel(true, Canceled, nil) }
}
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := withCancel(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}
func Cause(c Context) error {
	if cc, ok := c.Value(cancelCtxKey).(*cancelCtx); ok {
		return cc.cause
	}
	return c.Err()
}

type timerCtx struct {
	cancelCtx
	timer    *time.Timer
	deadline time.Time
}
func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }
func (c *timerCtx) String() string {
	return contextName(c.cancelCtx.Context) + ".WithDeadline(" + c.deadline.String() + " [" +
		time.Until(c.deadline).String() + "])"
}
func (c *timerCtx) cancel(removeFromParent bool, err, cause error) {
	c.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		removeChild(c.cancelCtx.Context, c)
	}
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
}

func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if cur, ok := parent.Deadline(); ok && cur.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.cancelCtx.propagateCancel(parent, c)
	dur := time.Until(d)
	if dur <= 0 {
		c.cancel(true, DeadlineExceeded, cause)
		return c, func() { c.cancel(false, Canceled, nil) }
	}
	if c.err == nil {
		c.timer = time.AfterFunc(dur, func() { c.cancel(true, DeadlineExceeded, cause) })
	}
	return c, func() { c.cancel(true, Canceled, nil) }
}
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(timeout))
}
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

type valueCtx struct {
	Context
	key, val any
}
func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return c.Context.Value(key)
}
func (c *valueCtx) String() string {
	return contextName(c.Context) + ".WithValue(" + valueText(c.key, c.val) + ")"
}
func WithValue(parent Context, key, val any) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if key == nil {
		panic("nil key")
	}
	if !comparable_(key) {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

func comparable_(key any) bool

type stringer interface { String() string }
func contextName(c Context) string {
	if s, ok := c.(stringer); ok {
		return s.String()
	}
	return typeName(c)
}
func typeName(v any) string
func namesValuesByType() bool
func stringify(v any, other string) string {
	switch s := v.(type) {
	case stringer:
		return s.String()
	case string:
		return s
	}
	return other
}
func valueText(key, val any) string {
	if namesValuesByType() {
		return stringify(key, typeName(key)) + ", " + stringify(val, typeName(val))
	}
	return "type " + typeName(key) + ", val " + stringify(val, "<not Stringer>")
}

type withoutCancelCtx struct { c Context }
func WithoutCancel(parent Context) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	return withoutCancelCtx{parent}
}
func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{} { return nil }
func (withoutCancelCtx) Err() error { return nil }
func (c withoutCancelCtx) Value(key any) any {
	if key == any(cancelCtxKey) {
		return nil
	}
	return c.c.Value(key)
}
func (c withoutCancelCtx) String() string { return contextName(c.c) + ".WithoutCancel" }

type afterFuncCtx struct {
	cancelCtx
	done bool
	f    func()
}
func (a *afterFuncCtx) cancel(removeFromParent bool, err, cause error) {
	a.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		removeChild(a.Context, a)
	}
	if !a.done {
		a.done = true
		go a.f()
	}
}
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.cancelCtx.propagateCancel(ctx, a)
	return func() bool {
		stopped := false
		if !a.done {
			a.done = true
			stopped = true
		}
		if stopped {
			a.cancel(true, Canceled, nil)
		}
		return stopped
	}
}
"""


def typeName(value: Any) -> str:
    """Return the name of a value's dynamic type."""
    return "<nil>" if value is None else str(dynamic_type(value))


def namesValuesByType() -> bool:
    """Say whether a context with a value prints the types of what has no String method."""
    return go_version().names_context_values


def comparable_(key: Any) -> bool:
    """Say whether values of the key's type can be compared."""
    return is_comparable(dynamic_type(key))
