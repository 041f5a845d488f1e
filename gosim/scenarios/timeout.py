"""Where time.After is right: a timeout for one wait.

Models   the article's first listing.
Read     gosim.golib first; gosim.scenarios.leaky next.
"""

from __future__ import annotations

from typing import Final

from gosim.channels import recv, select, send
from gosim.golib import fmt, go, make_chan, time
from gosim.scenarios.common import Steps, Watch
from gosim.scenarios.scenario import Scenario
from gosim.units import SECOND

GO_TEXT: Final = """\
func main() {
	ch := make(chan string)
	go func() {
		time.Sleep(2 * time.Second)
		ch <- "the answer"
	}()
	select {
	case answer := <-ch:
		fmt.Println(answer)
	case <-time.After(1 * time.Second):
		fmt.Println("timeout")
	}
}
"""


def main(timeout: int = SECOND) -> Steps:
    """Wait once, for an answer that takes two seconds."""
    ch = make_chan(str)
    watch = Watch(timeout)

    def answer() -> Steps:
        yield time.Sleep(2 * time.Second)
        yield send(ch, "the answer")

    go(answer)
    case, text, _ = yield select(recv(ch), recv(time.After(timeout)))
    if case == 0:
        fmt.Println(text)
        return
    watch.timed_out()
    fmt.Println("timeout")


SCENARIO: Final = Scenario(
    name="timeout",
    title="one wait with a timeout: time.After as it is meant",
    look_for=(
        "One timer, gone when it fires.  The answer comes too late: its goroutine would wait for"
        " ever in its send, if main did not return."
    ),
    go_text=GO_TEXT,
    main=main,
    until=None,
    coarse=False,
)
