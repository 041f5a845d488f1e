package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

var errGone = errors.New("gone")

func fetch(ctx context.Context, url string, d time.Duration) error {
	select {
	case <-time.After(d):
		if url == "/gone" {
			return fmt.Errorf("%s: %w", url, errGone)
		}
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func crawl(limit int, urls ...string) error {
	start := time.Now()
	group, ctx := WithContext(context.Background())
	group.SetLimit(limit)
	for i, url := range urls {
		group.Go(func() error {
			err := fetch(ctx, url, time.Duration(i+1)*100*time.Millisecond)
			fmt.Println(time.Since(start), url, err)
			return err
		})
	}
	err := group.Wait()
	fmt.Println("all back after", time.Since(start), ctx.Err())
	return err
}

func main() {
	fmt.Println(crawl(-1, "/a", "/b", "/c"))
	fmt.Println(crawl(2, "/a", "/b", "/gone", "/d", "/e"))
	var zero Group
	zero.SetLimit(1)
	fmt.Println(zero.TryGo(func() error { time.Sleep(time.Second); return errGone }), zero.TryGo(func() error { return nil }))
	fmt.Println(errors.Is(zero.Wait(), errGone))
}
