"""Package flag, in Go: a program gets no arguments of its own, a FlagSet may parse any.

Models   flag/flag.go of Go 1.22.
Read     nothing first; `gosim run --set` changes constants and variables instead.
Leaves out   TextVar, Getter; the program is called "main".
"""

from __future__ import annotations

from typing import Final

_KINDS: Final = {
    "Bool": ("bool", "strconv.ParseBool(s)", "strconv.FormatBool(bool(*v))", "parse"),
    "Int": ("int", "strconv.ParseInt(s, 0, strconv.IntSize)", "strconv.Itoa(int(*v))", ""),
    "Int64": ("int64", "strconv.ParseInt(s, 0, 64)", "strconv.FormatInt(int64(*v), 10)", ""),
    "Uint": ("uint", "strconv.ParseUint(s, 0, strconv.IntSize)", "strconv.FormatUint(uint64(*v), 10)", ""),
    "Uint64": ("uint64", "strconv.ParseUint(s, 0, 64)", "strconv.FormatUint(uint64(*v), 10)", ""),
    "Float64": ("float64", "strconv.ParseFloat(s, 64)", "strconv.FormatFloat(float64(*v), 'g', -1, 64)", ""),
    "Duration": ("time.Duration", "time.ParseDuration(s)", "time.Duration(*v).String()", "parse"),
    "String": ("string", "s, error(nil)", "string(*v)", ""),
}  # fmt: skip
"""For each kind of flag its type, how it is read and written, and whether a bad one says why."""


def _kind(name: str, kind: str, read: str, write: str, fault: str) -> str:
    value = f"{name.lower()}Value"
    failure = "errParse" if fault else "numError(err)"
    flag = "func (v *boolValue) IsBoolFlag() bool { return true }\n" if name == "Bool" else ""
    own = "".join(
        f"""
func {receiver}{name}Var(p *{kind}, name string, value {kind}, usage string) {{
	*p = value
	{target}Var((*{value})(p), name, usage)
}}
func {receiver}{name}(name string, value {kind}, usage string) *{kind} {{
	p := new({kind})
	{target}{name}Var(p, name, value, usage)
	return p
}}
"""
        for receiver, target in (("(f *FlagSet) ", "f."), ("", "CommandLine."))
    )
    return f"""
type {value} {kind}
func (v *{value}) Set(s string) error {{
	read, err := {read}
	*v = {value}(read)
	if err != nil {{
		return {failure}
	}}
	return nil
}}
func (v *{value}) String() string {{
	if v == nil {{
		return ""
	}}
	return {write}
}}
func (v *{value}) Get() any {{ return {kind}(*v) }}
{flag}{own}"""


_OF_BOTH: Final = {
    "Parsed() bool": "Parsed()",
    "Arg(i int) string": "Arg(i)",
    "Args() []string": "Args()",
    "NArg() int": "NArg()",
    "NFlag() int": "NFlag()",
    "Lookup(name string) *Flag": "Lookup(name)",
    "Set(name, value string) error": "Set(name, value)",
}
_OF_BOTH_SILENT: Final = {
    "PrintDefaults()": "PrintDefaults()",
    "VisitAll(fn func(*Flag))": "VisitAll(fn)",
    "Visit(fn func(*Flag))": "Visit(fn)",
    "Var(value Value, name string, usage string)": "Var(value, name, usage)",
    "Func(name, usage string, fn func(string) error)": "Func(name, usage, fn)",
    "BoolFunc(name, usage string, fn func(string) error)": "BoolFunc(name, usage, fn)",
}
"""What the package does by its FlagSet CommandLine."""

API: Final = (
    """
package flag

import ("errors"; "fmt"; "io"; "os"; "sort"; "strconv"; "strings"; "time")

var ErrHelp = errors.New("flag: help requested")
var errParse = errors.New("parse error")
var errRange = errors.New("value out of range")

func numError(err error) error {
	var failed *strconv.NumError
	if errors.As(err, &failed) {
		if failed.Err == strconv.ErrSyntax {
			return errParse
		}
		if failed.Err == strconv.ErrRange {
			return errRange
		}
	}
	return err
}

type Value interface {
	String() string
	Set(string) error
}
type Getter interface {
	Value
	Get() any
}
type boolFlag interface {
	Value
	IsBoolFlag() bool
}
type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota
	ExitOnError
	PanicOnError
)

type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string
}

type FlagSet struct {
	Usage    func()
	name     string
	parsed   bool
	actual   map[string]*Flag
	formal   map[string]*Flag
	args     []string
	handling ErrorHandling
	output   io.Writer
}

var CommandLine = NewFlagSet(os.Args[0], ExitOnError)
var Usage = func() {
	fmt.Fprintf(CommandLine.Output(), "Usage of %s:\\n", os.Args[0])
	PrintDefaults()
}

func Parse() { CommandLine.Parse(os.Args[1:]) }

func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, handling: errorHandling}
	f.Usage = f.usual
	return f
}
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name, f.handling = name, errorHandling
}
func (f *FlagSet) usual() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\\n", f.name)
	}
	f.PrintDefaults()
}
func (f *FlagSet) Name() string                 { return f.name }
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.handling }
func (f *FlagSet) SetOutput(output io.Writer)   { f.output = output }
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}
func sorted(flags map[string]*Flag) []*Flag {
	var found []*Flag
	for _, flag := range flags {
		found = append(found, flag)
	}
	sort.Slice(found, func(i, j int) bool { return found[i].Name < found[j].Name })
	return found
}
func (f *FlagSet) VisitAll(fn func(*Flag)) {
	for _, flag := range sorted(f.formal) {
		fn(flag)
	}
}
func (f *FlagSet) Visit(fn func(*Flag)) {
	for _, flag := range sorted(f.actual) {
		fn(flag)
	}
}
func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }
func (f *FlagSet) Parsed() bool             { return f.parsed }
func (f *FlagSet) NFlag() int               { return len(f.actual) }
func (f *FlagSet) NArg() int                { return len(f.args) }
func (f *FlagSet) Args() []string           { return f.args }
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}
func (f *FlagSet) mark(flag *Flag) {
	if f.actual == nil {
		f.actual = make(map[string]*Flag)
	}
	f.actual[flag.Name] = flag
}
func (f *FlagSet) Set(name, value string) error {
	flag, ok := f.formal[name]
	if !ok {
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	f.mark(flag)
	return nil
}

func (f *FlagSet) Var(value Value, name string, usage string) {
	if strings.HasPrefix(name, "-") {
		panic(f.says("flag %q begins with -", name))
	}
	if strings.Contains(name, "=") {
		panic(f.says("flag %q contains =", name))
	}
	if f.formal[name] != nil {
		if f.name == "" {
			panic(f.says("flag redefined: %s", name))
		}
		panic(f.says("%s flag redefined: %s", f.name, name))
	}
	if f.formal == nil {
		f.formal = make(map[string]*Flag)
	}
	f.formal[name] = &Flag{name, usage, value, value.String()}
}
func (f *FlagSet) says(format string, a ...any) string {
	message := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), message)
	return message
}
func (f *FlagSet) fails(format string, a ...any) error {
	err := errors.New(f.says(format, a...))
	f.usage()
	return err
}
func (f *FlagSet) usage() {
	switch {
	case f == CommandLine:
		Usage()
	case f.Usage == nil:
		f.usual()
	default:
		f.Usage()
	}
}

type funcValue func(string) error
func (fn funcValue) Set(s string) error { return fn(s) }
func (fn funcValue) String() string     { return "" }
func (f *FlagSet) Func(name, usage string, fn func(string) error) { f.Var(funcValue(fn), name, usage) }

type boolFuncValue func(string) error
func (fn boolFuncValue) Set(s string) error { return fn(s) }
func (fn boolFuncValue) String() string     { return "" }
func (fn boolFuncValue) IsBoolFlag() bool   { return true }
func (f *FlagSet) BoolFunc(name, usage string, fn func(string) error) {
	f.Var(boolFuncValue(fn), name, usage)
}

func (f *FlagSet) Parse(arguments []string) error {
	f.parsed, f.args = true, arguments
	for {
		more, err := f.next()
		if more {
			continue
		}
		if err == nil {
			return nil
		}
		switch f.handling {
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		case PanicOnError:
			panic(err)
		}
		return err
	}
}
func (f *FlagSet) next() (more bool, err error) {
	if len(f.args) == 0 || len(f.args[0]) < 2 || f.args[0][0] != '-' {
		return false, nil
	}
	given := f.args[0]
	name := given[1:]
	if name[0] == '-' {
		name = name[1:]
		if name == "" {
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name == "" || name[0] == '-' || name[0] == '=' {
		return false, f.fails("bad flag syntax: %s", given)
	}
	f.args = f.args[1:]
	value, hasValue := "", false
	if i := strings.Index(name, "="); i > 0 {
		name, value, hasValue = name[:i], name[i+1:], true
	}
	flag, ok := f.formal[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.fails("flag provided but not defined: -%s", name)
	}
	if b, ok := flag.Value.(boolFlag); ok && b.IsBoolFlag() {
		if !hasValue {
			value = "true"
		}
		if err := b.Set(value); err != nil {
			if hasValue {
				return false, f.fails("invalid boolean value %q for -%s: %v", value, name, err)
			}
			return false, f.fails("invalid boolean flag %s: %v", name, err)
		}
		f.mark(flag)
		return true, nil
	}
	if !hasValue && len(f.args) > 0 {
		value, hasValue = f.args[0], true
		f.args = f.args[1:]
	}
	if !hasValue {
		return false, f.fails("flag needs an argument: -%s", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return false, f.fails("invalid value %q for flag -%s: %v", value, name, err)
	}
	f.mark(flag)
	return true, nil
}

func UnquoteUsage(flag *Flag) (name string, usage string) {
	usage = flag.Usage
	if before, rest, ok := strings.Cut(usage, "`"); ok {
		if quoted, after, ok := strings.Cut(rest, "`"); ok {
			return quoted, before + quoted + after
		}
	}
	switch v := flag.Value.(type) {
	case boolFlag:
		if v.IsBoolFlag() {
			return "", usage
		}
		return "value", usage
	case *durationValue:
		return "duration", usage
	case *float64Value:
		return "float", usage
	case *intValue, *int64Value:
		return "int", usage
	case *stringValue:
		return "string", usage
	case *uintValue, *uint64Value:
		return "uint", usage
	}
	return "value", usage
}
func usualZero(flag *Flag) bool {
	switch flag.Value.(type) {
	case *boolValue:
		return flag.DefValue == "false"
	case *durationValue:
		return flag.DefValue == "0s"
	case *stringValue, funcValue, boolFuncValue:
		return flag.DefValue == ""
	case *intValue, *int64Value, *uintValue, *uint64Value, *float64Value:
		return flag.DefValue == "0"
	}
	return flag.DefValue == "" || flag.DefValue == "0" || flag.DefValue == "false"
}
func (f *FlagSet) PrintDefaults() {
	f.VisitAll(func(flag *Flag) {
		line := "  -" + flag.Name
		name, usage := UnquoteUsage(flag)
		if name != "" {
			line += " " + name
		}
		if len(line) <= 4 {
			line += "\\t"
		} else {
			line += "\\n    \\t"
		}
		line += strings.ReplaceAll(usage, "\\n", "\\n    \\t")
		if !usualZero(flag) {
			if _, ok := flag.Value.(*stringValue); ok {
				line += fmt.Sprintf(" (default %q)", flag.DefValue)
			} else {
				line += fmt.Sprintf(" (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), line, "\\n")
	})
}
"""
    + "".join(_kind(name, *how) for name, how in _KINDS.items())
    + "".join(f"func {head} {{ return CommandLine.{call} }}\n" for head, call in _OF_BOTH.items())
    + "".join(f"func {head} {{ CommandLine.{call} }}\n" for head, call in _OF_BOTH_SILENT.items())
)
