"""The leak: a new timer on every pass.

Models   the article's second listing, with its parameters.
Read     gosim.scenarios.common first; gosim.scenarios.newtimer next.
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
		select {
		case <-ch:
			continue
		case <-time.After(3 * time.Minute):
			fmt.Println("timeout")
		}
	}
}
"""


def main(
    rate: int | str = FREE, timeout: int = 3 * MINUTE, messages: int = 0, stop: int = 0
) -> Steps:
    """Receive for ever; every pass makes a timer, whether or not it ever counts."""
    ch = make_chan(int, 10)
    go(produce, ch, rate, stop)
    watch = Watch(timeout)
    coarse()
    while True:
        case, _, _ = yield select(recv(ch), recv(time.After(timeout)))
        if case == 0:
            watch.last = running.p.now
            if messages and watch.done_after(messages):
                return
            continue
        watch.timed_out()
        fmt.Println("timeout")


SCENARIO: Final = Scenario(
    name="leaky",
    title="time.After in the loop: the leak",
    look_for=(
        "Up to Go 1.22 the heap of timers grows to rate × timeout: each timer stays for its three"
        " minutes although nobody listens any more.  From 1.23 on it stays at one or two."
    ),
    go_text=GO_TEXT,
    main=main,
)
