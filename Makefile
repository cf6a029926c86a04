# Thin names for what wijzer and go do. Without make: run the right-hand sides.
.PHONY: serve build test bench check faults

serve:
	go run ./tools/wijzer serve

build:
	go run ./tools/wijzer build

check:
	go run ./tools/wijzer check

test:
	go run ./tools/wijzer doctor --install
	go vet ./...
	go test ./...

bench:
	go run ./tools/bench
	go test -run '^$$' -bench . -benchtime 5x ./tools/...

# How many of the mistakes in docs/faults.md are caught.
faults:
	go test -v -run TestEveryFaultIsCaught ./tools/mutation | grep -E 'caught|survived|^(ok|FAIL)'
