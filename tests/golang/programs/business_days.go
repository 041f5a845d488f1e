package main

import (
	"fmt"
	"strings"
	"time"
)

type Weekday = time.Weekday

func businessDays(from, to time.Time) (n int) {
	for d := from; d.Before(to); d = d.AddDate(0, 0, 1) {
		if w := d.Weekday(); w != time.Saturday && w != time.Sunday {
			n++
		}
	}
	return
}
func age(b, now time.Time) int {
	y := now.Year() - b.Year()
	if now.YearDay() < b.YearDay() {
		y--
	}
	return y
}
func human(d time.Duration) string {
	var p []string
	for _, u := range []struct {
		n string
		d time.Duration
	}{{"d", 24 * time.Hour}, {"h", time.Hour}, {"m", time.Minute}, {"s", time.Second}} {
		if c := d / u.d; c > 0 {
			p = append(p, fmt.Sprintf("%d%s", c, u.n))
			d %= u.d
		}
	}
	if len(p) == 0 {
		return "0s"
	}
	return strings.Join(p, " ")
}
func main() {
	now := time.Now().UTC()
	fmt.Println(now, now.Weekday(), now.Location())
	eom := time.Date(now.Year(), now.Month()+1, 0, 0, 0, 0, 0, time.UTC)
	fmt.Println(eom.Day(), businessDays(now, eom), age(time.Date(1990, 12, 1, 0, 0, 0, 0, time.UTC), now))
	fmt.Println(human(93784*time.Second), human(0), human(59*time.Minute+1500*time.Millisecond))
	for m := time.January; m <= time.March; m++ {
		fmt.Print(m.String()[:3], int(m), " ")
	}
	fmt.Println(time.Date(2023, 2, 31, 25, 61, 61, 1e9, time.UTC))
	a := time.Date(2024, 3, 10, 12, 0, 0, 0, time.UTC)
	b := a.Add(36*time.Hour + 30*time.Minute)
	fmt.Println(b.Sub(a), a.Before(b), a.Equal(b), b.After(a), b.Truncate(24*time.Hour).Equal(a.Truncate(24*time.Hour)), a.Compare(b))
	next := now.Truncate(time.Hour).Add(time.Hour)
	fmt.Println(next.Format("Mon 02 Jan 06 15h04"), time.Until(next) > 0, next.Sub(now))
	t, err := time.Parse("02/01/2006 15:04", "31/12/2024 23:59")
	fmt.Println(t, err)
	for _, s := range []string{"2024-02-30", "2024-2-3", "24-02-03", "2024-02-03x"} {
		_, err := time.Parse("2006-01-02", s)
		fmt.Println(err)
	}
	k, _ := time.Parse(time.Kitchen, "3:04PM")
	fmt.Println(k, k.Year())
	z, err := time.Parse(time.RFC1123Z, "Tue, 10 Nov 2009 23:00:00 +0530")
	fmt.Println(z, err, z.UTC())
	ny, err := time.LoadLocation("Local")
	fmt.Println(ny, err)
	_, err = time.LoadLocation("Mars/Phobos")
	fmt.Println(err)
	fmt.Println(time.Duration(1500)*time.Microsecond, 2*time.Hour+3*time.Nanosecond, -time.Minute, time.Duration(0.5*float64(time.Second)))
	d, _ := time.ParseDuration("1h2m3.004s")
	fmt.Println(d.Hours(), d.Round(time.Second), d.Truncate(time.Minute), d.Microseconds())
	fmt.Printf("%v|%s|%d|%q|%x|%T|%+v|%#v\n", d, d, d, d, d, d, d, d)
	fmt.Printf("%10s|%-10v|%v\n", time.Second, time.March, []time.Weekday{0, 6})
	fmt.Println(now.UnixNano(), time.Unix(1700000000, 5e8).UTC().Format(time.RFC3339Nano), time.UnixMicro(5).UTC())
	y, m, dd := now.Date()
	h, mi, s := now.Clock()
	fmt.Println(y, m, dd, h, mi, s, now.Nanosecond())
}
