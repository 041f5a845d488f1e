"""The right fix: one timer, set anew for every wait.

Models   the idiom that package time documents: Stop, drain and Reset up to Go 1.22; a plain Reset
         from 1.23 on.
Read     gosim.scenarios.newtimer first.
"""

from __future__ import annotations

from typing import Final

from gosim.channels import recv, select
from gosim.golib import cap, coarse, fmt, go, make_chan, time
from gosim.kernel import running
from gosim.scenarios.common import Steps, Watch, produce
from gosim.scenarios.params import FREE
from gosim.scenarios.scenario import Scenario
from gosim.units import MINUTE

GO_TEXT: Final = """\
func main() {
	ch := make(chan int, 10)
	go produce(ch)
	timer, taken := time.NewTimer(3*time.Minute), false
	for {
		// Go 1.23 needs only the Reset.
		if cap(timer.C) > 0 && !timer.Stop() && !taken {
			<-timer.C
		}
		timer.Reset(3 * time.Minute)
		taken = false
		select {
		case <-ch:
			continue
		case <-timer.C:
			taken = true
			fmt.Println("timeout")
		}
	}
}
"""


def main(
    rate: int | str = FREE, timeout: int = 3 * MINUTE, messages: int = 0, stop: int = 0
) -> Steps:
    """Receive for ever; every pass sets the one timer anew."""
    ch = make_chan(int, 10)
    go(produce, ch, rate, stop)
    watch = Watch(timeout)
    timer, taken = time.NewTimer(timeout), False
    coarse()
    while True:
        # Go 1.23 needs only the Reset.
        if cap(timer.C) > 0 and not timer.Stop() and not taken:
            yield recv(timer.C)
        timer.Reset(timeout)
        taken = False
        case, _, _ = yield select(recv(ch), recv(timer.C))
        if case == 0:
            watch.last = running.p.now
            if messages and watch.done_after(messages):
                return
            continue
        taken = True
        watch.timed_out()
        fmt.Println("timeout")


SCENARIO: Final = Scenario(
    name="reset",
    title="one timer, reset for every wait: the right fix",
    look_for=(
        "The heap stays flat, and the timeout means what it did: three minutes without a message."
        "  Set stop=… to see it fire after a real silence."
    ),
    go_text=GO_TEXT,
    main=main,
)
