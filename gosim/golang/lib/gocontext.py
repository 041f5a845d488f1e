"""Package context, in Go: cancellation, deadlines, values.

Models   context/context.go of Go 1.22 to 1.27, with its propagation and its texts.
Read     gosim.golang.lib.gosync first.
Leaves out   contexts of other packages that a goroutine would have to watch: they are watched.
"""

from __future__ import annotations

from typing import Any

from gosim.golang.types.gotypes import is_comparable
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

// What ends with its parent.
type canceler interface {
	fall(err, cause error)
	Done() <-chan struct{}
}

var closedchan = make(chan struct{})
func init() { close(closedchan) }

type cancelKey struct{}
var cancelCtxKey cancelKey

type cancelCtx struct {
	Context
	done     chan struct{}
	children map[canceler]struct{}
	err      error
	cause    error
}

func (c *cancelCtx) Err() error { return c.err }
func (c *cancelCtx) String() string { return contextName(c.Context) + ".WithCancel" }
func (c *cancelCtx) Done() <-chan struct{} {
	if c.done == nil {
		c.done = make(chan struct{})
	}
	return c.done
}

// Whoever asks for cancelCtxKey finds the nearest context that can end.
func (c *cancelCtx) Value(key any) any {
	if key != any(cancelCtxKey) {
		return c.Context.Value(key)
	}
	return c
}

// fall ends a context once, and then all that hang on it.
func (c *cancelCtx) fall(err, cause error) {
	if c.err != nil {
		return
	}
	c.err, c.cause = err, cause
	if cause == nil {
		c.cause = err
	}
	if c.done == nil {
		c.done = closedchan
	} else {
		close(c.done)
	}
	fallen := c.children
	c.children = nil
	for child := range fallen {
		child.fall(err, cause)
	}
}

// hang lets child, which is c or contains it, end when parent does.
func (c *cancelCtx) hang(parent Context, child canceler) {
	c.Context = parent
	ended := parent.Done()
	if ended == nil {
		return
	}
	select {
	case <-ended:
		child.fall(parent.Err(), Cause(parent))
		return
	default:
	}
	if up := holder(parent); up != nil {
		if up.children == nil {
			up.children = map[canceler]struct{}{}
		}
		up.children[child] = struct{}{}
	} else if own, ok := parent.(afterFuncer); ok {
		stop := own.AfterFunc(func() { child.fall(parent.Err(), Cause(parent)) })
		c.Context = stopCtx{parent, stop}
	} else {
		go watch(parent, child)
	}
}

// drop takes child off the context that it hangs on.
func (c *cancelCtx) drop(child canceler) {
	if own, ok := c.Context.(stopCtx); ok {
		own.stop()
	} else if up := holder(c.Context); up != nil {
		delete(up.children, child)
	}
}

// holder returns the context of this package that ends exactly when ctx does, or nil.
func holder(ctx Context) *cancelCtx {
	ended := ctx.Done()
	if ended == nil {
		return nil
	}
	up, _ := ctx.Value(cancelCtxKey).(*cancelCtx)
	if up != nil && up.done == ended {
		return up
	}
	return nil
}

// A context of somebody else's that can tell when it ends, and one that was asked to.
type afterFuncer interface { AfterFunc(func()) func() bool }
type stopCtx struct {
	Context
	stop func() bool
}

func watch(parent Context, child canceler) {
	select {
	case <-child.Done():
	case <-parent.Done():
		child.fall(parent.Err(), Cause(parent))
	}
}

func under(parent Context) *cancelCtx {
	mustExist(parent)
	c := &cancelCtx{}
	c.hang(parent, c)
	return c
}
func mustExist(parent Context) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
}

func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := under(parent)
	return c, func() { c.fall(Canceled, nil); c.drop(c) }
}
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := under(parent)
	return c, func(cause error) { c.fall(Canceled, cause); c.drop(c) }
}
func Cause(c Context) error {
	if up, ok := c.Value(cancelCtxKey).(*cancelCtx); ok {
		return up.cause
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
	left := time.Until(c.deadline)
	return contextName(c.cancelCtx.Context) + ".WithDeadline(" + c.deadline.String() + " [" + left.String() + "])"
}
func (c *timerCtx) fall(err, cause error) {
	c.cancelCtx.fall(err, cause)
	if t := c.timer; t != nil {
		c.timer = nil
		t.Stop()
	}
}

func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	mustExist(parent)
	if sooner, ok := parent.Deadline(); ok && sooner.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.hang(parent, c)
	switch left := time.Until(d); {
	case left <= 0:
		c.fall(DeadlineExceeded, cause)
		c.drop(c)
	case c.err == nil:
		c.timer = time.AfterFunc(left, func() { c.fall(DeadlineExceeded, cause); c.drop(c) })
	}
	return c, func() { c.fall(Canceled, nil); c.drop(c) }
}
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithTimeoutCause(parent, timeout, nil)
}

type valueCtx struct {
	Context
	key, val any
}
func (c *valueCtx) Value(key any) any {
	if key != c.key {
		return c.Context.Value(key)
	}
	return c.val
}
func (c *valueCtx) String() string {
	return contextName(c.Context) + ".WithValue(" + valueText(c.key, c.val) + ")"
}
func WithValue(parent Context, key, val any) Context {
	mustExist(parent)
	switch {
	case key == nil:
		panic("nil key")
	case !comparable_(key):
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
	if s, ok := v.(stringer); ok {
		return s.String()
	}
	if s, ok := v.(string); ok {
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
	mustExist(parent)
	return withoutCancelCtx{parent}
}
func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{} { return nil }
func (withoutCancelCtx) Err() error { return nil }
func (c withoutCancelCtx) Value(key any) any {
	if key != any(cancelCtxKey) {
		return c.c.Value(key)
	}
	return nil
}
func (c withoutCancelCtx) String() string { return contextName(c.c) + ".WithoutCancel" }

// It runs f when it falls, unless it was told before that it need not.
type afterFuncCtx struct {
	cancelCtx
	settled bool
	f       func()
}
func (a *afterFuncCtx) settle() bool {
	first := !a.settled
	a.settled = true
	return first
}
func (a *afterFuncCtx) fall(err, cause error) {
	a.cancelCtx.fall(err, cause)
	if a.settle() {
		go a.f()
	}
}
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.hang(ctx, a)
	return func() bool {
		stopped := a.settle()
		if stopped {
			a.fall(Canceled, nil)
			a.drop(a)
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
