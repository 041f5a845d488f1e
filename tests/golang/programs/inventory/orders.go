package main

import (
	"fmt"
	"time"
)

type order struct {
	item  item
	count int
}

var orders = map[string][]order{
	"ann": {{apple, 3}, {pear, 2}},
	"bob": {{apple, 4}, {plum, 1}},
	"cy":  {{pear, 9}},
}

func (o order) cost() time.Duration { return time.Duration(o.count) * 10 * time.Millisecond }
func (o order) String() string      { return fmt.Sprintf("%d×%v", o.count, o.item) }
