package check

// mostCompared bounds what one rule compares wrong names with: all of a site, a
// few hundred times over. Beyond that its findings come without "did you mean".
const mostCompared = 1_000_000

// near returns the names that a wrong one is compared with: none any more once the
// rule has found so much that it would take long.
func (r reporter) near(known []string) []string {
	if len(*r.found)*len(known) > mostCompared {
		return nil
	}
	return known
}

// once keeps what a function returns by what it was asked.
func once[T any](ask func(string) T) func(string) T {
	known := map[string]T{}
	return func(key string) T {
		answer, ok := known[key]
		if !ok {
			answer = ask(key)
			known[key] = answer
		}
		return answer
	}
}
