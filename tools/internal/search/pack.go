package search

import "math/bits"

// A packer writes numbers bit by bit, and a bit in the less room the more often it was the same in its place before: an
// arithmetic coder (after Witten, Neal and Cleary, 1987). assets/js/search/packed.js reads them back.
type packer struct {
	low, high uint32
	out       []byte
}

func newPacker() *packer { return &packer{high: 1<<32 - 1} }

// odds are how often a bit is one, of 1<<16; the more were seen, the less one more tells.
type odds struct{ one, seen int }

// model is what is known so far of numbers of one kind: of each of their bits, by the bits before it.
type model map[int]odds

const (
	even   = 1 << 15
	surely = 1<<16 - 1
	wary   = 255 // seen: odds never stop learning
	widest = 5   // bits that tell how many bits a number has
)

func (p *packer) bit(m model, key, bit int) {
	o, ok := m[key]
	if !ok {
		o.one = even
	}
	middle := p.low + uint32(uint64(p.high-p.low)*uint64(o.one)>>16)
	if bit == 1 {
		p.high = middle
	} else {
		p.low = middle + 1
	}
	for p.low>>24 == p.high>>24 {
		p.out = append(p.out, byte(p.low>>24))
		p.low, p.high = p.low<<8, p.high<<8|255
	}
	o.one += (bit*surely - o.one) * 2 / (2*o.seen + 3)
	o.seen = min(o.seen+1, wary)
	m[key] = o
}

// fixed writes a number of so many bits, the highest first. part tells the numbers of a model apart that have nothing to do with each other.
func (p *packer) fixed(m model, part, width, n int) {
	node := 1
	for i := width - 1; i >= 0; i-- {
		bit := n >> i & 1
		p.bit(m, part<<24|node, bit)
		node = node<<1 | bit
	}
}

// number writes a number of any size: first how many bits it has, then these.
func (p *packer) number(m model, n int) {
	width := bits.Len(uint(n+1)) - 1
	p.fixed(m, 0, widest, width)
	p.fixed(m, width+1, width, n+1-1<<width)
}

// done returns all that was written.
func (p *packer) done() []byte {
	return append(p.out, byte(p.low>>24)+1)
}
