"""A new timer on every pass, stopped when it is not needed.

Models   the smallest change that mends the leak in every version of Go.
Read     gosim.scenarios.leaky first.
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
	for {
		timer := time.NewTimer(3 * time.Minute)
		select {
		case <-ch:
			timer.Stop()
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
    """Receive for ever; every pass makes a timer, and stops it."""
    ch = make_chan(int, 10)
    go(produce, ch, rate, stop)
    watch = Watch(timeout)
    coarse()
    while True:
        timer = time.NewTimer(timeout)
        case, _, _ = yield select(recv(ch), recv(timer.C))
        if case == 0:
            timer.Stop()
            watch.last = running.p.now
            if messages and watch.done_after(messages):
                return
            continue
        watch.timed_out()
        fmt.Println("timeout")


SCENARIO: Final = Scenario(
    name="newtimer-stop",
    title="a new timer on every pass, stopped: also right",
    look_for=(
        "A stopped timer leaves the heap soon: at once up to Go 1.13, and later when it reaches the"
        " head, or when more than a quarter of the heap is dead.  The garbage remains: three"
        " objects a message."
    ),
    go_text=GO_TEXT,
    main=main,
)
