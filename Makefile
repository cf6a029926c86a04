# Thin names for what wijzer and go do. Without make: run the right-hand sides.
.PHONY: serve build test trial bench check faults

serve:
	go run ./tools/wijzer serve

build:
	go run ./tools/wijzer build

check:
	go run ./tools/wijzer check

test:
	go run ./tools/wijzer doctor --install
	go vet ./...
	go test -vet=off -timeout 85m ./...

# What make test takes a sample of: every page in every way, every fault, hundreds of kills and renames, minutes of fuzzing per target, large sites.
FUZZ = 5m
trial:
	go test -vet=off -timeout 0 ./tools/browser ./tools/wijzer ./tools/internal/rename ./tools/mutation -trial
	go test -vet=off -list '^Fuzz' ./tools/internal/... | awk '/^Fuzz/ {f[n++] = $$1} /^ok/ {while (n) print $$2, f[--n]}' | while read -r package name; do \
		go test -vet=off -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZ) "$$package" </dev/null || exit 1; done
	$(MAKE) bench

bench:
	go test -run '^$$' -bench . -benchtime 3x -timeout 0 ./tools/bench
	go test -run '^$$' -bench . -benchtime 5x ./tools/internal/...

# How many of the mistakes in docs/faults.md are caught.
faults:
	go test -v -run TestEveryFaultIsCaught ./tools/mutation -trial | grep -E 'caught|survived|^(ok|FAIL)'
