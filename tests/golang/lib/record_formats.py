"""Record what real Go prints for the tables of formats.

Run as ``python tests/golang/lib/record_formats.py GO`` with the path of a go command; it writes
tests/golden/golang/lib/formats-VERSION.txt: one line for each special format, then for each verb
and flag a digest of the lines for all sizes and operands.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from golang.lib.operands import FLAGS, OPERANDS, SIZES, SPECIAL, VERBS

GOLDEN = Path(__file__).parents[2] / "golden" / "golang" / "lib"

PROGRAM = """package main
import ("bufio"; "fmt"; "math"; "os"; "strconv")
var _ = math.Inf
type row struct{f string; a []any}
var special = []row{%s}
var operands = []any{%s}
func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, s := range special {
		fmt.Fprintln(out, strconv.QuoteToASCII(fmt.Sprintf(s.f, s.a...)))
	}
	flags, sizes := []string{%s}, []string{%s}
	for _, verb := range %s { for _, flag := range flags { for _, size := range sizes {
		for _, x := range operands {
			f := "%%" + flag + size + string(verb)
			fmt.Fprintln(out, strconv.QuoteToASCII(fmt.Sprintf(f, x)))
		}
	} } }
}
"""


def quoted(texts):
    return ", ".join(json.dumps(text) for text in texts)


def lines_of_go(go):
    special = ", ".join(f"{{{json.dumps(f)}, []any{{{a}}}}}" for f, a in SPECIAL)
    verbs = json.dumps(VERBS, ensure_ascii=False)
    text = PROGRAM % (special, ", ".join(OPERANDS), quoted(FLAGS), quoted(SIZES), verbs)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "main.go"
        source.write_text(text, encoding="utf-8")
        done = subprocess.run([go, "run", str(source)], capture_output=True, check=True)
    return done.stdout.decode().splitlines()


def main() -> None:
    go = sys.argv[1]
    version = subprocess.run([go, "env", "GOVERSION"], capture_output=True, check=True, text=True)
    name = version.stdout.strip().removeprefix("go")
    lines = lines_of_go(go)
    out = [f"# Go {name}, {datetime.date.today()}", *lines[: len(SPECIAL)]]
    group = len(SIZES) * len(OPERANDS)
    for at in range(len(SPECIAL), len(lines), group):
        rows = "\n".join(lines[at : at + group])
        out.append(hashlib.sha256(rows.encode()).hexdigest()[:16])
    GOLDEN.mkdir(parents=True, exist_ok=True)
    (GOLDEN / f"formats-{name}.txt").write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
