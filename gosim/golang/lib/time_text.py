"""What package time declares of its values, in Go.

Models   time/time.go, time/zoneinfo.go, time/format.go of Go 1.22.
Read     gosim.golang.lib.timevalues, which has the functions without bodies.
Leaves out   the type Time itself, timers and clocks: gosim.golang.lib.gotime.
"""

from __future__ import annotations

from typing import Final

TEXT: Final = """
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

type Month int
const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)
func (m Month) String() string

type Weekday int
const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)
func (d Weekday) String() string

type Location struct{}
func (l *Location) String() string
var UTC *Location
var Local *Location
func FixedZone(name string, offset int) *Location
func LoadLocation(name string) (*Location, error)

func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time
func Unix(sec int64, nsec int64) Time
func UnixMilli(msec int64) Time
func UnixMicro(usec int64) Time

type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}
func quoted(s string) string
func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quoted(e.Value) + " as " + quoted(e.Layout) +
			": cannot parse " + quoted(e.ValueElem) + " as " + quoted(e.LayoutElem)
	}
	return "parsing time " + quoted(e.Value) + e.Message
}
func parseIn(layout, value string, loc *Location) (t Time, layoutElem, valueElem, message string)
func Parse(layout, value string) (Time, error) { return ParseInLocation(layout, value, UTC) }
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	t, layoutElem, valueElem, message := parseIn(layout, value, loc)
	if layoutElem != "" || message != "" {
		return t, &ParseError{layout, value, layoutElem, valueElem, message}
	}
	return t, nil
}

func (t Time) Add(d Duration) Time
func (t Time) AddDate(years int, months int, days int) Time
func (t Time) After(u Time) bool
func (t Time) MarshalText() ([]byte, error)
func (t Time) MarshalJSON() ([]byte, error)
func (t Time) AppendFormat(b []byte, layout string) []byte
func (t Time) Before(u Time) bool
func (t Time) Clock() (hour, min, sec int)
func (t Time) Compare(u Time) int
func (t Time) Date() (year int, month Month, day int)
func (t Time) Day() int { _, _, day := t.Date(); return day }
func (t Time) Equal(u Time) bool
func (t Time) Format(layout string) string
func (t Time) GoString() string
func (t Time) Hour() int { hour, _, _ := t.Clock(); return hour }
func (t Time) ISOWeek() (year, week int)
func (t Time) In(loc *Location) Time
func (t Time) IsZero() bool
func (t Time) Local() Time
func (t Time) Location() *Location
func (t Time) Minute() int { _, min, _ := t.Clock(); return min }
func (t Time) Month() Month { _, month, _ := t.Date(); return month }
func (t Time) Nanosecond() int
func (t Time) Round(d Duration) Time
func (t Time) Second() int { _, _, sec := t.Clock(); return sec }
func (t Time) String() string
func (t Time) Sub(u Time) Duration
func (t Time) Truncate(d Duration) Time
func (t Time) UTC() Time
func (t Time) Unix() int64
func (t Time) UnixMicro() int64
func (t Time) UnixMilli() int64
func (t Time) UnixNano() int64
func (t Time) Weekday() Weekday
func (t Time) Year() int { year, _, _ := t.Date(); return year }
func (t Time) YearDay() int
func (t Time) Zone() (name string, offset int)
"""
