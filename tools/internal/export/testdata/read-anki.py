"""Opens an Anki package with zipfile and sqlite3 and tells what is in its collection."""
import json, os, sqlite3, sys, tempfile, zipfile

with zipfile.ZipFile(sys.argv[1]) as z, tempfile.TemporaryDirectory() as folder:
    assert z.testzip() is None
    names, dates = z.namelist(), sorted({i.date_time[:3] for i in z.infolist()})
    media = json.loads(z.read("media"))
    db = sqlite3.connect(z.extract("collection.anki2", folder))
    all = lambda query: [list(row) for row in db.execute(query)]
    version, created, models, decks, options = all("SELECT ver, crt, models, decks, dconf FROM col")[0]
    models, decks = json.loads(models), json.loads(decks)
    json.dump({
        "files": names, "dates": dates, "media": media, "version": version, "created": created,
        "integrity": all("PRAGMA integrity_check")[0][0],
        "models": {m["name"]: [len(m["flds"]), [t["qfmt"] for t in m["tmpls"]]] for m in models.values()},
        "decks": {d["name"]: d["desc"] for d in decks.values()},
        "options": list(json.loads(options)),
        "notes": [[guid, fields.split("\x1f"), tags.strip(), models[str(mid)]["name"]]
                  for guid, fields, tags, mid in all("SELECT guid, flds, tags, mid FROM notes ORDER BY rowid")],
        "cards": all("SELECT count(*) FROM cards")[0][0],
        "orphans": all("SELECT count(*) FROM cards WHERE nid NOT IN (SELECT id FROM notes)")[0][0],
        "cards_per_note": all("SELECT DISTINCT count(*) FROM cards GROUP BY nid"),
        "unknown_decks": [d for d, in all("SELECT DISTINCT did FROM cards") if str(d) not in decks],
        "ids": all("SELECT min(id), max(id) FROM (SELECT id FROM notes UNION ALL SELECT id FROM cards)")[0],
    }, sys.stdout)
