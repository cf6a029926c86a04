# Thin names for what wijzer and go do. Without make: run the right-hand sides.
.PHONY: serve build test trial trial-nginx trial-fuzz bench check faults release update

serve:
	go run ./tools/wijzer serve

build:
	go run ./tools/wijzer build

check:
	go run ./tools/wijzer check

# The longest begin first; tools/bench has nothing to try here, and takes long to link. What tests leave in memory is collected when there is four times as much, not twice: a sixth of the processors' time.
test: export GOGC = 300
test:
	go run ./tools/wijzer doctor --install
	go vet ./...
	go test -vet=off -p 3 -timeout 85m ./tools/browser ./tools/wijzer ./tools/golden ./tools/mutation ./tools/scripts ./tools/supply ./tools/internal/...

# What make test takes a sample of: every page in every way, every fault, hundreds of kills and renames, minutes of fuzzing per target, large sites. In pieces
# that also run alone, shortest first; -k goes on after one that fails, GOFLAGS=-v shows how far one is, FUZZ=10s makes fuzzing short.
TRIALS = supply publish rename host bench wijzer mutation browser
FUZZ = 5m
.PHONY: $(TRIALS:%=trial-%)
trial: $(TRIALS:%=trial-%) trial-nginx trial-fuzz bench

$(TRIALS:%=trial-%): trial-%:
	go test -vet=off -timeout 0 $(wildcard ./tools/$* ./tools/internal/$*) -trial

trial-nginx:
	go test -vet=off -timeout 0 ./tools/browser -behind nginx

trial-fuzz:
	targets=$$(go test -vet=off -list '^Fuzz' ./tools/internal/...) && \
	echo "$$targets" | awk '/^Fuzz/ {f[n++] = $$1} /^ok/ {while (n) print $$2, f[--n]}' | while read -r package name; do \
		go test -vet=off -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZ) -fuzzminimizetime 1x "$$package" </dev/null || exit 1; done

# The program for every system, with checksums, lists of parts and licences: docs/adr/0025.
release:
	go run ./tools/supply release dist

# All that is pinned, anew (MISSING are parts for other systems): review the difference of go.mod, package.json, package-lock.sum, assets/ and THIRD-PARTY.md, and run make test.
update:
	go run ./tools/supply update
	npm install --save-exact --ignore-scripts --no-audit --no-fund $$(npm outdated --parseable | grep -v ':MISSING:' | cut -d: -f4)
	go run ./tools/supply pin

bench:
	go test -run '^$$' -bench . -benchtime 3x -timeout 0 ./tools/bench
	go test -run '^$$' -bench . -benchtime 5x ./tools/internal/...

# How many of the mistakes in docs/faults.md are caught.
faults:
	go test -v -run TestEveryFaultIsCaught ./tools/mutation -trial | grep -E 'caught|survived|^(ok|FAIL)'
