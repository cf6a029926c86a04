package export

import (
	"context"
	"crypto/sha1"
	"database/sql"
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"html"
	"strconv"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// ankiTables makes an empty collection of Anki's schema 11:
// https://github.com/ankidroid/Anki-Android/wiki/Database-Structure
//
//go:embed anki.sql
var ankiTables string

// ankiCollection makes a collection in memory and gives its bytes. The same
// decks give the same bytes: no clock, no random ids.
func ankiCollection(decks []ankiDeck, licence string, date time.Time) (data []byte, err error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	ctx := context.Background()
	conn, err := db.Conn(ctx) // each connection has a memory of its own
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	if err := fillCollection(ctx, conn, decks, licence, date); err != nil {
		return nil, err
	}
	err = conn.Raw(func(driver any) error {
		data, err = driver.(interface{ Serialize() ([]byte, error) }).Serialize()
		return err
	})
	return data, err
}

func fillCollection(ctx context.Context, conn *sql.Conn, decks []ankiDeck, licence string, date time.Time) error {
	if _, err := conn.ExecContext(ctx, ankiTables); err != nil {
		return err
	}
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := addCollection(tx, decks, licence, date); err != nil {
		return err
	}
	ids := ankiIDs{}
	for _, deck := range decks {
		for i, n := range deck.Notes {
			if err := addAnkiNote(tx, ids.of(n.GUID), deck, n, i+1); err != nil {
				return err
			}
		}
	}
	return tx.Commit()
}

func addCollection(tx *sql.Tx, decks []ankiDeck, licence string, date time.Time) error {
	ankiDecks := object{"1": deckJSON(1, "Default", "", date)} // which every collection has
	models := object{}
	for _, d := range decks {
		id := ankiID(d.Name)
		ankiDecks[strconv.FormatInt(id, 10)] = deckJSON(id, d.Name, html.EscapeString(licence), date)
		models[strconv.FormatInt(id, 10)] = modelJSON(id, d, date)
	}
	values := []any{1, date.Unix(), date.UnixMilli(), date.UnixMilli(), 11, 0, 0, 0}
	for _, v := range []object{{"curDeck": 1, "activeDecks": []int{1}}, models, ankiDecks, {"1": ankiOptions}, {}} {
		text, err := json.Marshal(v)
		if err != nil {
			return err
		}
		values = append(values, string(text))
	}
	_, err := tx.Exec("INSERT INTO col VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", values...)
	return err
}

// addAnkiNote adds a note and its cards, one for each template of the model.
func addAnkiNote(tx *sql.Tx, id int64, deck ankiDeck, n ankiNote, position int) error {
	model := ankiID(deck.Name)
	_, err := tx.Exec("INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,'')", id, n.GUID, model, n.Modified.Unix(),
		" "+n.Tag+" ", strings.Join(n.Fields, "\x1f"), n.Fields[0], ankiChecksum(n.Fields[0]))
	for template := range ankiTemplates {
		if err == nil {
			_, err = tx.Exec("INSERT INTO cards VALUES (?,?,?,?,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')",
				id+int64(template)<<ankiBits, id, model, template, n.Modified.Unix(), position)
		}
	}
	return err
}

// ankiChecksum is how Anki finds notes with the same first field.
func ankiChecksum(field string) uint32 {
	sum := sha1.Sum([]byte(html.UnescapeString(field)))
	return binary.BigEndian.Uint32(sum[:])
}

// Anki takes ids for the milliseconds at which something was made. Ours lie in
// the years 2004 to 2013 for decks and notes and up to 2021 for cards, where
// hardly any others are.
const ankiBits = 38

// ankiID makes an id from a name, the same at every build.
func ankiID(name string) int64 {
	h := fnv.New64a()
	h.Write([]byte(name))
	return 1<<40 | int64(h.Sum64()&(1<<ankiBits-1))
}

// ankiIDs are the ids given out. When two names give the same one, which takes
// many thousands of terms, the second moves on.
type ankiIDs map[int64]bool

func (ids ankiIDs) of(name string) int64 {
	id := ankiID(name)
	for ids[id] {
		id++
	}
	ids[id] = true
	return id
}

type object map[string]any

func deckJSON(id int64, name, description string, date time.Time) object {
	none := []int{0, 0}
	return object{
		"id": id, "name": name, "desc": description, "mod": date.Unix(), "usn": -1, "dyn": 0, "conf": 1, "collapsed": false,
		"newToday": none, "revToday": none, "lrnToday": none, "timeToday": none, "extendNew": 10, "extendRev": 50,
	}
}

// ankiTemplates are the cards of a note: question and answer.
var ankiTemplates = [][3]string{
	{"Term → Definition", "Term", "Definition"},
	{"Definition → Term", "Definition", "Term"},
}

const ankiStyle = ".card { font-family: sans-serif; font-size: 20px; line-height: 1.5; text-align: center; } .source { font-size: 14px; }"

func modelJSON(id int64, deck ankiDeck, date time.Time) object {
	var fields, templates, required []any
	for i, name := range ankiFields {
		fields = append(fields, object{"name": name, "ord": i, "sticky": false, "rtl": false, "font": "Arial", "size": 20, "media": []string{}})
	}
	for i, t := range ankiTemplates {
		question := fmt.Sprintf(`<div lang="%s">{{%s}}</div>`, deck.Lang, t[1])
		answer := fmt.Sprintf(`{{FrontSide}}<hr id="answer"><div lang="%s">{{%s}}<p class="source">{{Source}}</p></div>`, deck.Lang, t[2])
		templates = append(templates, object{"name": t[0], "ord": i, "qfmt": question, "afmt": answer, "bqfmt": "", "bafmt": "", "did": nil})
		required = append(required, []any{i, "all", []int{i}})
	}
	return object{
		"id": id, "name": deck.Name, "type": 0, "mod": date.Unix(), "usn": -1, "sortf": 0, "did": id, "css": ankiStyle,
		"flds": fields, "tmpls": templates, "req": required, "tags": []string{}, "vers": []string{}, "latexPre": "", "latexPost": "",
	}
}

// ankiOptions are Anki's own for learning: a collection must have some, and an
// import leaves the reader's as they are.
var ankiOptions = object{
	"id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0, "replayq": true, "dyn": false,
	"new":   object{"delays": []int{1, 10}, "ints": []int{1, 4, 7}, "initialFactor": 2500, "order": 1, "perDay": 20, "bury": true, "separate": true},
	"rev":   object{"perDay": 100, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "minSpace": 1, "fuzz": 0.05, "bury": true},
	"lapse": object{"delays": []int{10}, "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 0},
}
