// A scheduler like cron: each job says when it runs next.
package main

import (
	"fmt"
	"sort"
	"time"
)

type Schedule interface {
	Next(after time.Time) time.Time
}

type Every time.Duration

func (e Every) Next(after time.Time) time.Time {
	return after.Truncate(time.Duration(e)).Add(time.Duration(e))
}

type Daily struct{ Hour, Minute int }

func (d Daily) Next(after time.Time) time.Time {
	year, month, day := after.Date()
	next := time.Date(year, month, day, d.Hour, d.Minute, 0, 0, after.Location())
	if !next.After(after) {
		next = next.AddDate(0, 0, 1)
	}
	return next
}

type Job struct {
	Name string
	Schedule
	next time.Time
	runs int
}

type Cron struct{ jobs []*Job }

func (c *Cron) Add(name string, s Schedule) {
	c.jobs = append(c.jobs, &Job{Name: name, Schedule: s, next: s.Next(time.Now())})
}

func (c *Cron) Run(until time.Time) {
	for {
		sort.SliceStable(c.jobs, func(i, j int) bool { return c.jobs[i].next.Before(c.jobs[j].next) })
		first := c.jobs[0]
		if first.next.After(until) {
			return
		}
		time.Sleep(time.Until(first.next))
		now := time.Now()
		first.runs++
		if first.runs <= 3 {
			fmt.Println(now.UTC().Format("Mon 2006-01-02 15:04:05"), first.Name)
		}
		first.next = first.Next(now)
	}
}

func main() {
	var cron Cron
	cron.Add("hourly", Every(time.Hour))
	cron.Add("quarter", Every(15*time.Minute))
	cron.Add("backup", Daily{3, 30})
	start := time.Now()
	cron.Run(start.Add(26*time.Hour + time.Minute))
	for _, job := range cron.jobs {
		fmt.Printf("%-8s %d\n", job.Name, job.runs)
	}
	fmt.Println(time.Since(start) <= 26*time.Hour+time.Minute)
}
