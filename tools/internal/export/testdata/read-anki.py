"""Reads the text as Anki's import does: the header says what columns are, the others fill the fields of a note in order."""
import csv, json, sys

header, rows = {}, []
with open(sys.argv[1], encoding="utf-8", newline="") as f:
    lines = f.readlines()
while lines[0].startswith("#"):
    key, _, value = lines.pop(0)[1:].rstrip("\n").partition(":")
    header[key.strip().lower()] = value
guid, deck, tags = (int(header[kind + " column"]) - 1 for kind in ("guid", "deck", "tags"))
for row in csv.reader(lines, delimiter={"tab": "\t"}[header["separator"]]):
    fields = [cell for i, cell in enumerate(row) if i not in (guid, deck, tags)]
    rows.append({"guid": row[guid], "deck": row[deck], "tags": row[tags].split(), "fields": fields})
json.dump({"header": header, "notes": rows}, sys.stdout)
