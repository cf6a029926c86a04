package site

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"comwijzer/tools/internal/cite"
)

func TestRecordsAreReadIntoTheirKinds(t *testing.T) {
	s := load(t, map[string]string{
		"data/sources/a.yaml": "title: A\nlabel: Korte A\nauthor: [{family: Jansen}, {literal: Dienst}]\ncontainer-title: Krant\n" +
			"parts: {chapter: 7, page: [12, 34], heading: [Begin, Slot]}\nwithdrawn: {on: 2026-01-02, reason: {nl: Fout}}\n",
		"data/figures/b.yaml":  "topic: leden\nvalue: {nl: drie, en: three}\nsource: a\nlocator: {nl: blz. 2}\norder: 3\n",
		"data/contacts/c.yaml": "name: 113\nstrip: ja\nphone: 113\n",
	})
	want := &Source{
		Work:      cite.Work{Title: "A", Author: []cite.Name{{Family: "Jansen"}, {Literal: "Dienst"}}, Container: "Krant"},
		Label:     Text{"": "Korte A"},
		Parts:     map[string]Part{"chapter": {First: 1, Last: 7}, "page": {First: 12, Last: 34}, "heading": {Headings: []string{"Begin", "Slot"}}},
		Withdrawn: &Withdrawn{On: "2026-01-02", Reason: Text{"nl": "Fout"}},
	}
	if diff := cmp.Diff(want, s.Source("a"), cmpopts.IgnoreFields(Source{}, "Record")); diff != "" {
		t.Error(diff)
	}
	f := s.Figure("b")
	if f.Source != "a" || f.Locator.In("nl") != "blz. 2" || f.Locator.In("en") != "" || f.Order != 3 || f.Value.In("en") != "three" || f.ID != "b" {
		t.Errorf("%+v", f)
	}
	// What the schema refuses is as good as left out.
	if c := s.Contacts()[0]; c.Strip || c.Phone != "" || c.Name.In("nl") != "" {
		t.Errorf("%+v", c)
	}
	if s.Source("b") != nil || s.Figure("a") != nil {
		t.Error("found what is not there")
	}
}
