"""Package flag: a program gets no arguments, so every flag has its default.

Models   flag/flag.go of Go 1.22.
Read     nothing first; `gosim run --set` changes constants and variables instead.
Leaves out   parsing, FlagSet, Var, Usage.

>>> _declared("Int", "int").splitlines()[0]
'func Int(name string, value int, usage string) *int {'
"""

from __future__ import annotations

from typing import Final


def _declared(name: str, t: str) -> str:
    return f"""func {name}(name string, value {t}, usage string) *{t} {{
	p := new({t})
	*p = value
	return p
}}
func {name}Var(p *{t}, name string, value {t}, usage string) {{ *p = value }}
"""


_KINDS: Final = {
    "Bool": "bool", "Int": "int", "Int64": "int64", "Uint": "uint", "Uint64": "uint64",
    "String": "string", "Float64": "float64", "Duration": "time.Duration",
}  # fmt: skip

API: Final = """
package flag

import "time"

func Parse() {}
func Parsed() bool       { return true }
func Arg(i int) string   { return "" }
func Args() []string     { return nil }
func NArg() int          { return 0 }
func NFlag() int         { return 0 }
func PrintDefaults()     {}
""" + "".join(_declared(name, t) for name, t in _KINDS.items())
