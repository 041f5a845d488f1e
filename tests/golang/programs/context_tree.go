// A tree of contexts: deadlines shrink downwards, cancellation spreads downwards, causes too.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key string

var errStop = errors.New("operator said stop")

func watch(ctx context.Context, name string, group *sync.WaitGroup, start time.Time, log chan<- string) {
	defer group.Done()
	<-ctx.Done()
	log <- fmt.Sprintf("%v %s: %v, cause %v, user %v",
		time.Since(start), name, ctx.Err(), context.Cause(ctx), ctx.Value(key("user")))
}

func main() {
	start := time.Now()
	root, stop := context.WithCancelCause(context.WithValue(context.Background(), key("user"), "ada"))
	request, cancelRequest := context.WithTimeout(root, 2*time.Second)
	defer cancelRequest()
	query, cancelQuery := context.WithTimeout(request, 10*time.Second)
	defer cancelQuery()
	audit, cancelAudit := context.WithCancel(context.WithValue(root, key("user"), "audit"))
	defer cancelAudit()
	detached := context.WithoutCancel(query)

	deadline, ok := query.Deadline()
	fmt.Println("query ends in", deadline.Sub(start), ok)
	_, ok = audit.Deadline()
	fmt.Println("audit has a deadline:", ok)

	log := make(chan string, 8)
	var group sync.WaitGroup
	for i, ctx := range []context.Context{request, query, audit} {
		group.Add(1)
		go watch(ctx, []string{"request", "query", "audit"}[i], &group, start, log)
		time.Sleep(time.Millisecond)
	}
	undo := context.AfterFunc(request, func() { log <- fmt.Sprint(time.Since(start), " after func") })
	time.Sleep(1500 * time.Millisecond)
	fmt.Println("still there:", request.Err(), query.Err(), audit.Err())
	time.Sleep(time.Second)
	fmt.Println("request is over:", request.Err(), "; audit not:", audit.Err())
	stop(errStop)
	group.Wait()
	close(log)
	count := 0
	for line := range log {
		count += len(line)
		if line[len(line)-5:] == "audit" {
			fmt.Println(line)
		}
	}
	fmt.Println("undone:", undo(), "detached:", detached.Err(), detached.Value(key("user")))
	fmt.Println(errors.Is(context.Cause(audit), errStop), count > 100)
}
