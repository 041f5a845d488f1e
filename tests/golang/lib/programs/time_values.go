// Durations, instants, layouts, months, days of the week.
package main

import (
	"fmt"
	"time"
)

func main() {
	now := time.Now()
	fmt.Println(now)
	fmt.Printf("%v %s %+v %T %d\n", now, now, now.Add(1500*time.Millisecond), now, now.Unix())
	time.Sleep(1234567890)
	fmt.Println(time.Now(), time.Since(now), now.Sub(time.Now()), time.Until(now))
	ds := []time.Duration{0, 1, 999, 1000, 1500, 1e6, 1234567, 1e9, 90 * time.Second, time.Hour, 25*time.Hour + 3*time.Minute + 4500*time.Millisecond, -1500, -time.Hour, 1<<63 - 1, -1 << 63, 100 * time.Millisecond}
	for _, d := range ds {
		fmt.Println(d, d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds(), d.Abs(), d.Round(time.Second), d.Truncate(time.Second), d.Round(7), d.Truncate(time.Hour), d.Round(time.Minute))
		fmt.Printf("%v %d %s %5.1f %T %q %x\n", d, d, d, d.Seconds(), d, d, int64(d))
	}
	for _, s := range []string{"", "0", "1", "1s", "1h15m30.918273645s", "-1.5h", "+5s", "1ms", "3us", "3µs", "100", "1x", "1.5", "s", "-", ".5s", "1.s", ".s", "9223372036854775807ns", "9223372036854775808ns", "-9223372036854775808ns", "1e3s", "1h 2m", "0.000000001s", "1.0000000001s", "3000000h"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	day := time.Date(2024, time.February, 29, 13, 4, 5, 67890123, time.UTC)
	zone := time.FixedZone("ABC", -3*3600-1800)
	times := []time.Time{day, {}, time.Unix(0, 0).UTC(), time.Unix(1e9, 5).UTC(), time.UnixMilli(1700000000123).UTC(), time.Date(2023, 14, 35, 25, 61, 61, 1e9, time.UTC), day.In(zone), time.Date(1999, 12, 31, 23, 59, 59, 999999999, zone), day.AddDate(1, 0, 0), day.AddDate(0, -3, 40), now, now.UTC(), now.Round(0), time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2000, 1, 1, 12, 0, 0, 0, time.FixedZone("", 3600))}
	layouts := []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly,
		"Monday January 2 2006 15h04", "06/1/_2 3:4:5 pm", "002 __2 .000 .999 05.999 05,00", "Z0700 Z07:00 -07 -0700 -070000 MST", "Janus Mondays 20060102150405", "2006-01-02T15:04:05.000Z", "no parts", "_2006 15:04:05.0001"}
	for _, t := range times {
		for _, l := range layouts {
			fmt.Println(t.Format(l))
		}
		y, w := t.ISOWeek()
		name, offset := t.Zone()
		fmt.Println(t, t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Weekday(), t.YearDay(), y, w, t.Unix(), t.UnixMilli(), t.UnixMicro(), t.IsZero(), name, offset)
		fmt.Println(t.Truncate(time.Hour), t.Round(time.Hour), t.Truncate(24*time.Hour), t.Round(time.Second), t.Add(time.Nanosecond))
		for _, u := range times[:4] {
			fmt.Print(t.Before(u), t.After(u), t.Equal(u), t.Compare(u), t.Sub(u), t == u, " ")
		}
		fmt.Println()
	}
	values := []struct{ layout, value string }{
		{time.RFC3339, "2024-02-29T13:04:05Z"}, {time.RFC3339, "2024-02-29T13:04:05.123+02:00"}, {time.RFC3339, "2024-02-30T13:04:05Z"}, {time.RFC3339, "2024-2-29"}, {time.RFC3339Nano, "2024-02-29T13:04:05.123456789-07:00"},
		{time.DateOnly, "2024-01-31"}, {time.DateOnly, "2024-13-01"}, {time.DateOnly, "2024-01-31x"}, {time.DateOnly, ""}, {time.Kitchen, "3:04PM"}, {time.Kitchen, "12:30AM"}, {time.Kitchen, "13:04PM"}, {time.DateTime, "2009-11-10 23:00:00"}, {time.TimeOnly, "25:00:00"}, {time.TimeOnly, "12:60:00"},
		{time.ANSIC, "Tue Nov 10 23:00:00 2009"}, {time.UnixDate, "Tue Nov 10 23:00:00 UTC 2009"}, {time.RFC1123, "Tue, 10 Nov 2009 23:00:00 GMT"}, {time.RFC850, "Tuesday, 10-Nov-09 23:00:00 UTC"}, {"Jan 2, 2006 at 3:04pm (MST)", "Feb 3, 2013 at 7:54pm (PST)"}, {"2006 002", "2024 060"}, {"02 Jan 06", "31 Dec 70"}, {"15:04:05.000", "01:02:03.456"}, {"15:04:05", "01:02:03.456"},
	}
	for _, v := range values {
		t, err := time.Parse(v.layout, v.value)
		fmt.Println(t, err)
	}
	fmt.Println(time.March, time.Month(13), time.Saturday, time.Weekday(9), time.UTC, time.Local, zone, int(time.December))
	fmt.Printf("%d %v %s %03d|%-9v|%9s|\n", time.March, time.May, time.Sunday, time.June, time.July, time.Friday)
	type event struct {
		At time.Time
		D  time.Duration
		M  time.Month
		d  time.Duration
	}
	fmt.Printf("%v\n%+v\n", event{day, 1500, 3, 7}, event{day, 1500, 3, 7})
	fmt.Println([]time.Time{day, day.UTC()}, map[time.Duration]string{2: "b", 1: "a"}, day.Local() == day, now.UTC().Equal(now))
	fmt.Println(string(day.AppendFormat([]byte("at "), time.Kitchen)), day.Location(), now.Location())
	fmt.Printf("%#v %#v %#v %#v\n", day, time.Duration(5), time.March, now)
	var d time.Duration
	var t time.Time
	var m time.Month
	fmt.Println(d, t, t.IsZero(), int(m), time.Time{} == t, t.Unix())
	fmt.Println(2*time.Second > 1500*time.Millisecond, time.Duration(2.5*float64(time.Second)), time.Second*3/2, 7*time.Second%(2*time.Second))
	hour, min, sec := day.Clock()
	year, month, dd := day.Date()
	fmt.Println(hour, min, sec, year, month, dd, day.Month() == time.February)
}
