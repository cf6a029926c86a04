"""Reads the table as Python does, told nothing but its separator, and gives the rows."""
import csv, json, sys

with open(sys.argv[1], encoding="utf-8-sig", newline="") as f:
    json.dump(list(csv.DictReader(f, delimiter=";")), sys.stdout)
