package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

type Matrix [3][3]float64
type Shape interface{ Area() float64 }
type Sq float64

func (s Sq) Area() float64 { return float64(s * s) }

type Cell struct {
	alive bool
	x, y  int
}
type Life struct {
	w, h  int
	cells [][]bool
}

func NewLife(s string) *Life {
	rows := strings.Split(strings.TrimSpace(s), "\n")
	l := &Life{w: len(rows[0]), h: len(rows)}
	for _, r := range rows {
		row := make([]bool, l.w)
		for i := range row {
			row[i] = r[i] == '#'
		}
		l.cells = append(l.cells, row)
	}
	return l
}
func (l *Life) at(x, y int) bool { return l.cells[(y+l.h)%l.h][(x+l.w)%l.w] }
func (l *Life) Step() *Life {
	n := &Life{w: l.w, h: l.h, cells: make([][]bool, l.h)}
	for y := range n.cells {
		n.cells[y] = make([]bool, l.w)
		for x := 0; x < l.w; x++ {
			c := 0
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					if (dx != 0 || dy != 0) && l.at(x+dx, y+dy) {
						c++
					}
				}
			}
			n.cells[y][x] = c == 3 || c == 2 && l.at(x, y)
		}
	}
	return n
}
func (l Life) String() string {
	var sb strings.Builder
	for _, r := range l.cells {
		for _, c := range r {
			sb.WriteByte(".#"[map[bool]int{false: 0, true: 1}[c]])
		}
		sb.WriteByte('/')
	}
	return sb.String()
}

type Token struct {
	Kind  rune
	Value float64
}

func eval(s string) (v float64, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("eval %q: %v", s, r)
		}
	}()
	p := &parser{s: s}
	v = p.expr()
	if p.i < len(s) {
		panic(fmt.Sprintf("unexpected %q at %d", s[p.i], p.i))
	}
	return
}

type parser struct {
	s string
	i int
}

func (p *parser) peek() byte {
	for p.i < len(p.s) && p.s[p.i] == ' ' {
		p.i++
	}
	if p.i < len(p.s) {
		return p.s[p.i]
	}
	return 0
}
func (p *parser) expr() float64 {
	v := p.term()
	for {
		switch p.peek() {
		case '+':
			p.i++
			v += p.term()
		case '-':
			p.i++
			v -= p.term()
		default:
			return v
		}
	}
}
func (p *parser) term() (v float64) {
	v = p.factor()
	for op := p.peek(); op == '*' || op == '/'; op = p.peek() {
		p.i++
		if f := p.factor(); op == '*' {
			v *= f
		} else if f == 0 {
			panic("division by zero")
		} else {
			v /= f
		}
	}
	return
}
func (p *parser) factor() float64 {
	switch c := p.peek(); {
	case c == '(':
		p.i++
		v := p.expr()
		if p.peek() != ')' {
			panic("missing )")
		}
		p.i++
		return v
	case c == '-':
		p.i++
		return -p.factor()
	case c >= '0' && c <= '9':
		var v, scale float64 = 0, 0
		for ; p.i < len(p.s) && (p.s[p.i] >= '0' && p.s[p.i] <= '9' || p.s[p.i] == '.'); p.i++ {
			if p.s[p.i] == '.' {
				scale = 1
				continue
			}
			v = v*10 + float64(p.s[p.i]-'0')
			scale *= 10
		}
		if scale > 0 {
			v /= scale
		}
		return v
	}
	panic(fmt.Sprintf("unexpected end at %d", p.i))
}

type Elevator struct {
	floor int
	reqs  chan int
	log   []string
	wg    sync.WaitGroup
}

func (e *Elevator) run(done <-chan struct{}) {
	defer e.wg.Done()
	var queue []int
	move := time.NewTicker(10 * time.Millisecond)
	defer move.Stop()
	for {
		var tick <-chan time.Time
		if len(queue) > 0 {
			tick = move.C
		}
		select {
		case f := <-e.reqs:
			queue = append(queue, f)
			e.log = append(e.log, fmt.Sprint("req", f))
		case <-tick:
			switch target := queue[0]; {
			case e.floor < target:
				e.floor++
			case e.floor > target:
				e.floor--
			default:
				e.log = append(e.log, fmt.Sprint("at", target))
				queue = queue[1:]
			}
		case <-done:
			return
		}
	}
}

func primes(n int) (ps []int) {
	comp := make([]bool, n+1)
next:
	for i := 2; i <= n; i++ {
		if comp[i] {
			continue next
		}
		ps = append(ps, i)
		for j := i * i; j <= n; j += i {
			comp[j] = true
		}
	}
	return
}
func perms(s []rune, f func(string) bool) bool {
	var rec func(int) bool
	rec = func(k int) bool {
		if k == len(s) {
			return f(string(s))
		}
		for i := k; i < len(s); i++ {
			s[k], s[i] = s[i], s[k]
			if !rec(k + 1) {
				return false
			}
			s[k], s[i] = s[i], s[k]
		}
		return true
	}
	return rec(0)
}
func collatz(n uint64) (steps int) {
	for ; n != 1; steps++ {
		if n&1 == 0 {
			n >>= 1
		} else {
			n = 3*n + 1
		}
	}
	return
}
func hash(s string) (h uint32) {
	h = 2166136261
	for i := range len(s) {
		h ^= uint32(s[i])
		h *= 16777619
	}
	return
}

func main() {
	l := NewLife(`
.....
..#..
..#..
..#..
.....`)
	for range 2 {
		fmt.Println(l)
		l = l.Step()
	}
	for _, s := range []string{"1 + 2*3", "(1+2)*-3 / 2", "2*(3", "1/0", "4 $ 4", "", "1.25*4"} {
		v, err := eval(s)
		fmt.Println(s, "=", v, err)
	}
	e := &Elevator{reqs: make(chan int)}
	done := make(chan struct{})
	e.wg.Add(1)
	go e.run(done)
	for _, f := range []int{3, 1} {
		e.reqs <- f
		time.Sleep(15 * time.Millisecond)
	}
	time.Sleep(100 * time.Millisecond)
	close(done)
	e.wg.Wait()
	fmt.Println(e.floor, e.log)
	fmt.Println(primes(30), collatz(27), hash("hello"), fmt.Sprintf("%08x", hash("")))
	n := 0
	perms([]rune("abc"), func(s string) bool { n++; fmt.Print(s, " "); return n < 4 })
	fmt.Println(n)
	var m Matrix
	for i := range m {
		m[i][i] = 1
	}
	m2 := &m
	m2[0][1] = 0.5
	fmt.Println(m, len(m), *m2 == m)
	shapes := map[string]Shape{"sq": Sq(2)}
	if s, ok := shapes["sq"].(Sq); ok {
		fmt.Println(s, s.Area(), Shape.Area(s))
	}
	var grid [3][4]Cell
	for y := range grid {
		for x := range grid[y] {
			c := &grid[y][x]
			c.x, c.y, c.alive = x, y, (x+y)%2 == 0
		}
	}
	row := grid[1]
	row[0].x = 99
	fmt.Println(grid[1][0], row[0], len(grid), len(grid[0]))
	ptrs := [2]*Cell{&grid[0][0], {x: 5}}
	ptrs[0].x = 42
	fmt.Println(grid[0][0].x, ptrs[1].x, *ptrs[1])
	x, y := 10, 3
	fmt.Println(x/y, x%y, -x/y, -x%y, x&y, x|y, x^y, x&^y, x<<y, x>>1, ^x, +x)
	x, y = y, x
	x += y
	x <<= 2
	x |= 1
	x &^= 4
	x %= 7
	fmt.Println(x, y)
	type pair struct{ a, b any }
	seen := map[pair]int{}
	seen[pair{1, "x"}]++
	seen[pair{1, "x"}]++
	seen[pair{1.0, "x"}]++
	fmt.Println(len(seen), seen[pair{1, "x"}])
	b := []byte("hello")
	copy(b[1:], "EY")
	b = append(b, " world"...)
	fmt.Printf("%s %q %x %v\n", b, b[0], b[:2], string(b[6:]))
	fmt.Printf("|%7.2f|%-7d|%+d|%07d|%x|%t|%v|%5s|%-5s|\n", 3.14159, 42, 42, 42, 3054, true, nil, "ab", "cd")
	var np *Life
	defer func() {
		r := recover()
		fmt.Println("recovered:", r)
		var err error
		err, _ = r.(error)
		fmt.Println(err)
		panic(fmt.Sprint("final ", n))
	}()
	fmt.Println(np.at(0, 0))
}
