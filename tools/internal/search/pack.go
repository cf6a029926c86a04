package search

import "math/bits"

// A packer writes symbols bit by bit, and a bit in the less room the likelier it was: an arithmetic coder (after Witten, Neal and Cleary,
// 1987). How likely, several contexts say (the word before, the page), each by how often the bit was one there before; what they say is
// mixed by weights that are learnt on the way (logistic mixing, after Mahoney's PAQ, 2005). assets/js/search/packed.js reads it back, and
// must come to the same odds to the bit: all is integers.
type packer struct {
	low, high uint32
	out       []byte
	odds      []int32 // of a bit that is one, less even, and how often it was met: by a hash of the context and of the bits before it
	weights   []int32 // of what a context says, by how often it was seen
	row, at   [most]uint32
	says      [most]int32
	weigh     [most]int
}

const (
	most   = 8       // contexts of a symbol
	room   = 1 << 22 // so many odds are kept
	near   = 4       // bits of a symbol whose odds stand together, as memory is slow
	even   = 1 << 15 // odds that say nothing, of 1<<16
	wary   = 20      // seen: odds never stop learning
	trust  = 6       // how many kinds of seen weights tell apart: 0, 1, 2 and 3, 4 to 7, and so on
	deep   = 32      // bits of a symbol
	begin  = 20_000  // a weight, of 1<<16
	rate   = 12      // how fast weights learn
	widest = 5       // bits that tell how many bits a number has
	sure   = 2047    // what a context says at most
)

// stretch is the logarithm of odds in 4096 parts, ln(p/(1-p)) in 256 parts: a sum of its slopes. squash is the other way.
var stretch, squash = func() (to [4096]int32, from [2*sure + 1]int32) {
	for i, sum := int64(2048), int64(0); i < 4096; i++ {
		to[i] = int32(min(sum>>12, sure))
		to[4096-i] = -to[i]
		sum += 1 << 32 / (i * (4096 - i))
	}
	to[0] = -sure
	for i, says := 1, -sure; says <= sure; says++ {
		for i < 4095 && int(to[i+1]) <= says {
			i++
		}
		from[says+sure] = int32(i)
	}
	return to, from
}()

// learns is how far odds go to the bit that was met, of 1<<15: the less, the more were seen.
var learns = func() (all [wary + 1]int32) {
	for n := range all {
		all[n] = int32(1 << 16 / (2*n + 3))
	}
	return all
}()

func newPacker() *packer {
	p := &packer{high: 1<<32 - 1, odds: make([]int32, room), weights: make([]int32, kinds*deep*most*trust)}
	for i := range p.weights {
		p.weights[i] = begin
	}
	return p
}

// hash joins what makes a context.
func hash(a, b uint32) uint32 {
	h := (a ^ b*0x9E3779B1) * 0x85EBCA6B
	return h ^ h>>15
}

func (p *packer) update(at uint32, bit int32) {
	odds, n := p.odds[at]>>8, p.odds[at]&255
	odds += (bit*(2*even-1) - odds - even) * learns[n] >> 15
	p.odds[at] = odds<<8 | min(n+1, wary)
}

// symbol writes a number of so many bits, the highest first. Symbols of a kind share their weights.
func (p *packer) symbol(kind, width, n int, contexts ...uint32) {
	node, place := uint32(1), uint32(1)
	for depth := range width {
		if depth%near == 0 {
			for i, context := range contexts {
				p.row[i] = hash(context, node)
			}
			place = 1
		}
		bit := int32(n >> (width - 1 - depth) & 1)
		p.bit((kind*deep+depth)*most*trust, len(contexts), place, bit)
		node, place = node<<1|uint32(bit), place<<1|uint32(bit)
	}
}

func (p *packer) bit(set, contexts int, place uint32, bit int32) {
	dot := int32(0)
	for i := range contexts {
		at := (p.row[i] + place) % room
		weight := set + i*trust + bits.Len8(uint8(p.odds[at]))
		p.at[i], p.weigh[i], p.says[i] = at, weight, stretch[(p.odds[at]>>8+even)>>4]
		dot += p.says[i] * p.weights[weight] >> 10
	}
	likely := squash[max(-sure, min(sure, dot>>6))+sure]
	p.code(likely, bit)
	off := (bit<<12 - likely) * rate
	for i := range contexts {
		p.weights[p.weigh[i]] += (p.says[i]*off + 1<<13) >> 14
		p.update(p.at[i], bit)
	}
}

func (p *packer) code(likely, bit int32) {
	middle := p.low + uint32(uint64(p.high-p.low)*uint64(likely)>>12)
	if bit == 1 {
		p.high = middle
	} else {
		p.low = middle + 1
	}
	for p.low>>24 == p.high>>24 {
		p.out = append(p.out, byte(p.low>>24))
		p.low, p.high = p.low<<8, p.high<<8|255
	}
}

// learn tells a context of a symbol that is not written.
func (p *packer) learn(width, n int, context uint32) {
	node, place, row := uint32(1), uint32(1), uint32(0)
	for depth := range width {
		if depth%near == 0 {
			place, row = 1, hash(context, node)
		}
		bit := uint32(n >> (width - 1 - depth) & 1)
		p.update((row+place)%room, int32(bit))
		node, place = node<<1|bit, place<<1|bit
	}
}

// number writes a number of any size: first how many bits it has, then these.
func (p *packer) number(kind, n int, contexts ...uint32) {
	width := bits.Len(uint(n+1)) - 1
	p.symbol(kind, widest, width, contexts...)
	p.symbol(kind+1, width, n+1-1<<width, salted(contexts, uint32(width))...)
}

// salted makes contexts of another kind of symbol.
func salted(contexts []uint32, by uint32) []uint32 {
	all := make([]uint32, len(contexts))
	for i, context := range contexts {
		all[i] = hash(context, by)
	}
	return all
}

// text writes a text, by the bytes before each.
func (p *packer) text(s string) {
	p.number(lengths, len(s), 0)
	before, word := uint32(0), uint32(0) // the last four bytes, and what there is of a word
	for _, c := range []byte(s) {
		p.symbol(letters, 8, int(c), hash(1, before&0xFF), hash(2, before&0xFFFF), hash(3, before&0xFFFFFF), hash(4, before), hash(5, word))
		if before = before<<8 | uint32(c); c > '@' {
			word = hash(word, uint32(c))
		} else {
			word = 0
		}
	}
}

// forget lets go of all that contexts say, to leave room for others.
func (p *packer) forget() { clear(p.odds) }

// done returns all that was written.
func (p *packer) done() []byte {
	return append(p.out, byte(p.low>>24)+1)
}

// The kinds of symbols.
const (
	lengths = iota * 2 // a number is of two kinds: how many bits, and which
	letters
	counts
	gaps
	phrases
	another
	which
	kinds
)
