"""A context ends its children, tells why, and lets go of its timer when it is cancelled."""

from __future__ import annotations

import pytest

from gosim import context, go, recv, run, select, time
from gosim.golib.errors import Error
from gosim.kernel import running

MS = time.Millisecond
VERSIONS = ["1.9", "1.13", "1.14", "1.20", "1.22", "1.23", "1.27"]

every_version = pytest.mark.parametrize("version", VERSIONS)


def noted(program, **options):
    notes = []
    result = run(program, notes.append, **options)
    assert result.exit_code == 0, result.stderr
    return notes


def ledger():
    return running.p.kernel.runtime.ledger


def test_background_is_never_done():
    background = context.Background()

    assert (background.Done(), background.Err(), background.Deadline()) == (None, None, (0, False))


@every_version
def test_cancel_reaches_the_children_and_not_the_parent(version):
    def main(note):
        root, _ = context.WithCancel(context.Background())
        parent, cancel = context.WithCancel(root)
        child, _ = context.WithTimeout(parent, time.Hour)
        cancel()
        note((root.Err(), parent.Err(), child.Err()))
        yield recv(child.Done())

    assert noted(main, go=version) == [(None, context.Canceled, context.Canceled)]


@every_version
def test_a_child_of_a_context_that_is_done_is_done(version):
    def main(note):
        parent, cancel = context.WithCancel(context.Background())
        cancel()
        child, _ = context.WithTimeout(parent, time.Hour)
        note((child.Err(), running.p.kernel.runtime.era.listed()))

    assert noted(main, go=version) == [(context.Canceled, 0)]


@every_version
def test_the_first_reason_stays(version):
    def main(note):
        ctx, cancel = context.WithTimeout(context.Background(), MS)
        cancel()
        cancel()
        yield time.Sleep(2 * MS)
        note(ctx.Err())

    assert noted(main, go=version) == [context.Canceled]


def test_a_cause_is_told_to_the_children():
    def main(note):
        parent, cancel = context.WithCancelCause(context.Background())
        child, _ = context.WithCancel(parent)
        cancel(Error("no more money"))
        note((str(child.Err()), str(context.Cause(child))))

    assert noted(main) == [("context canceled", "no more money")]


def test_without_a_cause_the_cause_is_the_error():
    def main(note):
        ctx, cancel = context.WithCancelCause(context.Background())
        cancel(None)
        note(context.Cause(ctx))

    assert noted(main) == [context.Canceled]


@every_version
def test_a_goroutine_that_waits_for_a_deadline_wakes_at_it(version):
    def main(note):
        ctx, _ = context.WithTimeout(context.Background(), 5 * MS)

        def worker():
            case, _, _ = yield select(recv(ctx.Done()), recv(time.After(time.Second)))
            note((case, time.Now(), ctx.Err()))

        go(worker)
        yield time.Sleep(10 * MS)

    assert noted(main, go=version) == [(0, 5 * MS, context.DeadlineExceeded)]


@pytest.mark.parametrize(
    ("version", "sizes"),
    [
        ("1.19", (64 + 16, 96 + 80 + 16 + 16)),
        ("1.22", (80 + 16, 112 + 80 + 32 + 16)),
        ("1.27", (80 + 16, 112 + 112 + 32 + 16)),
    ],
)
def test_a_context_takes_the_bytes_that_were_measured(version, sizes):
    """The context, for a deadline its timer and the timer's function, and the cancel function."""

    def main(note):
        time.AfterFunc(time.Hour, print)  # So that the heap has an array already …
        time.AfterFunc(time.Hour, print)
        time.AfterFunc(time.Hour, print)  # … with room for one more.
        for with_deadline in (False, True):
            before = ledger().live_bytes
            if with_deadline:
                kept = context.WithTimeout(context.Background(), time.Hour)
            else:
                kept = context.WithCancel(context.Background())
            note(ledger().live_bytes - before)
            del kept

    assert tuple(noted(main, go=version)) == sizes
