"""The article's fix, as printed: one timer before the loop, never reset.

Models   the article's third listing, with its parameters.
Read     gosim.scenarios.leaky first; gosim.scenarios.reset next.
"""

from __future__ import annotations

from typing import Final

from gosim.channels import recv, select
from gosim.golib import coarse, fmt, go, make_chan, time
from gosim.kernel import running
from gosim.scenarios.common import Steps, Watch, produce
from gosim.scenarios.params import FREE
from gosim.scenarios.scenario import Scenario
from gosim.units import MINUTE

GO_TEXT: Final = """\
func main() {
	ch := make(chan int, 10)
	go produce(ch)
	timer := time.NewTimer(3 * time.Minute)
	defer timer.Stop()
	for {
		select {
		case <-ch:
			continue
		case <-timer.C:
			fmt.Println("timeout")
		}
	}
}
"""


def main(
    rate: int | str = FREE, timeout: int = 3 * MINUTE, messages: int = 0, stop: int = 0
) -> Steps:
    """Receive for ever beside one timer, which fires once."""
    ch = make_chan(int, 10)
    go(produce, ch, rate, stop)
    watch = Watch(timeout)
    timer = time.NewTimer(timeout)
    coarse()
    while True:
        case, _, _ = yield select(recv(ch), recv(timer.C))
        if case == 0:
            watch.last = running.p.now
            if messages and watch.done_after(messages):
                timer.Stop()
                return
            continue
        watch.timed_out()
        fmt.Println("timeout")


SCENARIO: Final = Scenario(
    name="newtimer",
    title="one time.NewTimer before the loop: the article's fix, as printed",
    look_for=(
        "The heap stays flat, but the meaning has changed: the timeout is a deadline for the whole"
        " loop.  It fires once, at three minutes, although the channel was never idle, and after"
        " that there is no timeout at all."
    ),
    go_text=GO_TEXT,
    main=main,
)
