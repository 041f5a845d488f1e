"""Record real Go's memory: the loops that `gosim verify --recorded` compares with the model.

    python tests/memory/record.py                  all of it: some six minutes
    python tests/memory/record.py 1.22 flat        what has these words in its name
    python tests/memory/record.py pacer            what the collector's constants were set by

measured.go samples itself; each configuration is recorded RUNS times, because no two runs are
alike.  The toolchains are those that `gosim go list` shows; what one lacks is kept as it was.
The recordings go to gosim/oracle/memory_again.json.gz, with the day and the release of Go.

Let the machine be quiet: on two processors, or where timers are due while Go marks, other
programs show in NumGC and in every peak.  `pacer` prints what gcpacertrace tells of each cycle of
a loop that does not leak, on two processors: what is allocated in a mark (LATE), and the ratio of
allocating to marking.  FASTEST, PAY_EVERY and CACHES, which are not from single cycles, are set
by what a pass costs in all: the lines `ns` are nanoseconds a message, with GOGC of 100 and off.
"""

from __future__ import annotations

import datetime
import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from gosim.oracle.recorded import name_of
from gosim.oracle.toolchains import find

HERE = Path(__file__).parent
RECORDED = HERE.parents[1] / "gosim" / "oracle" / "memory_again.json.gz"
RUNS = 3
STEPS = 200
SAMPLE_MS = 50
MIB = 1 << 20
PACER = re.compile(r"B work \(.* in (\d+) B -> (\d+) B .*cons/mark \+?([-\d.e+]+)")


def flat(go, procs, gogc=100, limit=None, godebug=None, n=1_000_000):
    """A loop that receives n messages as fast as it can, with a new timer each."""
    options = {"gogc": gogc, "limit": limit, "godebug": godebug}
    return {"kind": "leaky", "go": go, "procs": procs, "n": n, **options}


def paced(go, procs, program, rate, seconds, gogc=100, godebug=None):
    """A loop that gets `rate` messages a second, with timeouts of seconds[0], for seconds[1]."""
    names = ("timeout_ms", "produce_ms", "total_ms")
    times = dict(zip(names, (1000 * each for each in seconds), strict=True))
    options = {"gogc": gogc, "limit": None, "godebug": godebug}
    loop = {"program": program, "rate": rate, **times}
    return {"kind": "curve", "go": go, "procs": procs, **loop, **options}


CONFIGURATIONS = [
    *(flat(go, procs) for go in ("1.19", "1.22", "1.23", "1.27") for procs in (1, 2)),
    *(flat("1.22", 1, gogc) for gogc in (25, 50, 200, 400, None)),
    *(flat("1.22", 2, gogc) for gogc in (25, 200, 400)),
    *(flat("1.22", procs, None, 160 * MIB) for procs in (1, 2)),
    *(flat("1.22", procs, 100, 64 * MIB) for procs in (1, 2)),
    *(flat(go, 1, godebug=1) for go in ("1.24", "1.26")),
    flat("1.23", 2, 200),
    flat("1.27", 2, 50),
    paced("1.22", 1, "after", 500_000, (2, 4, 7)),
    paced("1.22", 2, "after", 100_000, (1, 4, 6), 50),
    paced("1.22", 1, "afterfunc-stop", 200_000, (2, 6, 8)),
    paced("1.25", 1, "ctx-nocancel", 200_000, (1, 4, 6), 200),
    paced("1.27", 2, "ctx-nocancel", 100_000, (1, 4, 6)),
]


def environment(configuration, **more):
    """Return the settings of a run, and none of whoever records."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GO")}
    gogc, limit = configuration["gogc"], configuration["limit"]
    plain["GOGC"] = "off" if gogc is None else str(gogc)
    if limit:
        plain["GOMEMLIMIT"] = str(limit)
    if configuration["godebug"]:
        more = {"asynctimerchan": configuration["godebug"], **more}
    return {**plain, "GODEBUG": ",".join(f"{name}={value}" for name, value in more.items())}


def build(go, folder):
    """Build measured.go with a toolchain, outside of a module; return the release and the file."""
    toolchain = find(go)
    binary = Path(folder) / toolchain.version
    if not binary.exists():
        plain = {**os.environ, "GOTOOLCHAIN": "local", "GO111MODULE": "", "GOFLAGS": ""}
        command = [str(toolchain.command), "build", "-o", str(binary), str(HERE / "measured.go")]
        subprocess.run(command, check=True, env=plain, cwd=folder)
    return toolchain.version, binary


def measure(binary, c, **more):
    """Run it once; return the samples and what it wrote to stderr."""
    if c["kind"] == "leaky":
        loop = ["flat", c["n"], c["n"] // STEPS]
    else:
        names = ("program", "rate", "timeout_ms", "produce_ms", "total_ms")
        loop = ["paced", *(c[name] for name in names), SAMPLE_MS]
    done = subprocess.run(
        [str(binary), *map(str, (c["procs"], *loop))],
        env=environment(c, **more),
        capture_output=True,
        text=True,
        check=True,
    )
    return [list(map(int, line.split())) for line in done.stdout.splitlines()], done.stderr


def flat_rows(samples):
    """Return every second sample, in KiB: messages, HeapAlloc, two not kept, peaks, NumGC."""
    body = samples[1:-1]
    return [[s[0], *(s[i] >> 10 for i in (1, 2, 5, 6, 7)), s[8]] for s in body[1::2]]


def flat_sum(samples):
    """Return NumGC, the last HeapAlloc, that after a collection, and the peaks."""
    body = samples[1:-1]
    return [body[-1][8], body[-1][1], samples[-1][1], *(max(s[i] for s in body) for i in (5, 6, 7))]


def paced_rows(samples):
    """Return the samples in milliseconds and KiB; column 1, the timers, is not known."""
    return [[s[0] // 1000, None, *(s[i] >> 10 for i in range(1, 8)), s[8]] for s in samples[1:]]


def record(c, folder):
    """Record one configuration."""
    version, binary = build(c["go"], folder)
    runs = [measure(binary, c)[0] for _ in range(RUNS)]
    is_flat = c["kind"] == "leaky"
    rows = [(flat_rows if is_flat else paced_rows)(samples) for samples in runs]
    recording = {**c, "go": version, "held_out": False}
    recording["recorded"] = datetime.date.today().isoformat()
    if is_flat:
        recording["runs"] = [flat_sum(samples) for samples in runs]
    return {**recording, "rows": rows[0], "more_rows": rows[1:]}


def print_pacer(folder):
    """Print what the constants of gosim.memory.collector were set by."""
    for go in ("1.23", "1.25", "1.27"):
        version, binary = build(go, folder)
        _, trace = measure(binary, flat(go, 2), gcpacertrace=1)
        cycles = PACER.findall(trace)[3:]
        allocated = sorted((int(end) - int(begin)) / 1e6 for begin, end, _ in cycles)
        quarters = statistics.quantiles(allocated, n=20)
        shown = ", ".join(f"{100 * (i + 1) // 20} %: {quarters[i]:.2f}" for i in (4, 9, 14, 17, 18))
        ratio = statistics.median(float(each) for _, _, each in cycles)
        print(f"Go {version}, 2 P: MB allocated in a mark {shown}; cons/mark {ratio:.2f}")
    for go in ("1.19", "1.22", "1.23", "1.27"):
        for gogc in (100, None):
            version, binary = build(go, folder)
            times = []
            for _ in range(RUNS):
                started = time.monotonic()
                measure(binary, flat(go, 1, gogc))
                times.append((time.monotonic() - started) * 1000)
            gogc_name = "off" if gogc is None else gogc
            print(f"Go {version}, 1 P, GOGC={gogc_name}: ns {statistics.median(times):.0f}")


def main() -> None:
    words = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        if words == ["pacer"]:
            print_pacer(folder)
            return
        kept = {}
        if RECORDED.exists():
            old = json.loads(gzip.decompress(RECORDED.read_bytes()))
            kept = {name_of({**each, "recorded": ""}): each for each in old}
        for c in CONFIGURATIONS:
            name = name_of({**c, "go": find(c["go"]).version, "recorded": ""})
            if all(
                word in f"{'flat' if c['kind'] == 'leaky' else 'paced'} {name}" for word in words
            ):
                kept[name] = record(c, folder)
                print(name_of(kept[name]), flush=True)
    text = json.dumps(list(kept.values()), separators=(",", ":"))
    RECORDED.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{RECORDED.name}: {len(kept)} recordings, {RECORDED.stat().st_size} bytes")


if __name__ == "__main__":
    main()
