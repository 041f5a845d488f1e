package main

import (
	"fmt"
	"sort"
	"strings"
	"time"
)

type Shift struct {
	Day        time.Weekday
	Start, End time.Duration
}

func (s Shift) On(t time.Time) (from, to time.Time) {
	y, m, d := t.Date()
	mid := time.Date(y, m, d, 0, 0, 0, 0, t.Location())
	for mid.Weekday() != s.Day {
		mid = mid.AddDate(0, 0, 1)
	}
	return mid.Add(s.Start), mid.Add(s.End)
}

func humanize(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%ds", int(d.Seconds()))
	case d < time.Hour:
		return fmt.Sprintf("%dm%02ds", int(d.Minutes()), int(d.Seconds())%60)
	default:
		return fmt.Sprintf("%.1fh", d.Hours())
	}
}

func daysIn(m time.Month, year int) int { return time.Date(year, m+1, 0, 0, 0, 0, 0, time.UTC).Day() }

func main() {
	now := time.Now()
	s := Shift{time.Friday, 9 * time.Hour, 17*time.Hour + 30*time.Minute}
	a, b := s.On(now)
	fmt.Println(a, b, b.Sub(a), humanize(b.Sub(a)), humanize(95*time.Second), humanize(7e9))
	for m := time.January; m <= time.December; m++ {
		fmt.Print(m.String()[:3], "=", daysIn(m, 2024), " ")
	}
	fmt.Println()
	var ts []time.Time
	for _, x := range []string{"2024-03-10 02:30", "1999-12-31 23:59", "2024-03-10 02:29", "0001-01-01 00:00"} {
		t, err := time.Parse("2006-01-02 15:04", x)
		if err != nil {
			fmt.Println(err)
		}
		ts = append(ts, t)
	}
	sort.Slice(ts, func(i, j int) bool { return ts[i].Before(ts[j]) })
	for _, t := range ts {
		fmt.Println(t.Format("Jan 2, 2006 at 3:04pm (MST)"), t.IsZero(), t.Unix())
	}
	loc, err := time.LoadLocation("UTC")
	fmt.Println(loc, err)
	t, err := time.ParseInLocation("Jan _2 15:04:05.000", "Feb  3 04:05:06.789", loc)
	fmt.Println(t, err)
	for _, bad := range [][2]string{{time.RFC3339, "2024-02-30T00:00:00Z"}, {"15:04", "25:00"}, {time.Kitchen, "3:04XM"}, {"2006-01-02", "2024-01-02 extra"}, {time.RFC1123, "Mon, 02 Jan 2006 15:04:05"}, {"Monday", "Someday"}} {
		_, err := time.Parse(bad[0], bad[1])
		fmt.Println(err)
	}
	d := 36*time.Hour + 15*time.Minute + 30*time.Second + 918273645*time.Nanosecond
	fmt.Println(d, d.Round(time.Hour), d.Truncate(time.Minute), d/time.Hour, d%time.Hour, time.Duration(1.5*float64(time.Second)), d.String() == fmt.Sprint(d))
	fmt.Printf("%v|%10v|%-12v|%s|%d|%.2f|%T|%x\n", d, time.Second, time.Minute, time.Millisecond, time.Microsecond, d.Minutes(), d, int64(time.Microsecond))
	var dd time.Duration = 5
	dd *= time.Second
	const timeout = 3 * time.Second
	n := 4
	fmt.Println(dd, timeout*2, time.Duration(n)*time.Millisecond, timeout/time.Duration(n), -timeout, time.Duration(n)*timeout > 10*time.Second)
	y1, w1 := time.Date(2021, 1, 3, 0, 0, 0, 0, time.UTC).ISOWeek()
	y2, w2 := time.Date(2020, 12, 31, 0, 0, 0, 0, time.UTC).ISOWeek()
	fmt.Println(y1, w1, y2, w2)
	x := time.Date(2024, 1, 31, 10, 0, 0, 0, time.UTC)
	fmt.Println(x.AddDate(0, 1, 0).Format(time.DateOnly), x.AddDate(0, -2, 0).Format(time.DateOnly), x.AddDate(-1, 0, 1).Format(time.DateOnly), x.Add(-24*30*time.Hour).Weekday())
	u := time.Unix(0, 1700000000123456789)
	fmt.Println(u.UTC(), u.UnixMilli(), u.UTC().Truncate(time.Second), u.UTC().Round(time.Second), u.UTC().Truncate(24*time.Hour))
	fmt.Println(time.UnixMicro(5).UTC(), time.Unix(-1, -1).UTC(), time.Unix(1e9, 1.5e9).UTC())
	tz := time.FixedZone("CET", 3600)
	v := x.In(tz)
	fmt.Println(v, v.UTC(), v == x, v.Equal(x), v.Format(time.RFC822Z), v.Format("-07:00 -0700 -07 Z07:00 Z0700 MST"), x.Format("Z07:00"))
	name, off := v.Zone()
	fmt.Println(name, off, v.Location(), v.YearDay(), x.Month() == time.January, int(x.Month()))
	start := time.Now()
	deadline := start.Add(250 * time.Millisecond)
	for i := 0; time.Now().Before(deadline); i++ {
		left := time.Until(deadline).Round(10 * time.Millisecond)
		fmt.Print(strings.Repeat("#", int(left/(50*time.Millisecond))), " ")
		time.Sleep(60 * time.Millisecond)
	}
	fmt.Println(time.Since(start), time.Since(deadline), deadline.Compare(time.Now()), time.Now().After(deadline))
	fmt.Println(now.Format("02/01/06 03:04:05.000000 PM Mon"), now.Format("2006.01.02 .999 ,000"), now.Format("Jan January 1 01 _2 2 02 Mon Monday"))
	fmt.Println(start.Sub(now), now.Sub(start), start.String(), start.Round(0).String(), start.UTC().String(), start.Truncate(0))
	type rec struct {
		T time.Time
		D time.Duration
		W time.Weekday
		M time.Month

	}
	fmt.Printf("%v\n%+v\n", rec{x, d, 3, 4}, rec{T: time.Time{}, D: 1})
	m := map[time.Weekday][]time.Duration{time.Monday: {time.Second, 2}, time.Sunday: nil}
	fmt.Println(m, len(m[time.Friday]))


	b2, err := x.MarshalText()
	b3, _ := x.In(tz).Add(5e8).MarshalJSON()
	fmt.Println(string(b2), string(b3), err)
	fmt.Println(x.AppendFormat([]byte("at "), time.Kitchen)[0], x.Local().IsZero(), time.Local)
}
