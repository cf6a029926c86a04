package text

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// Words divided by hand: a dot between two syllables.
var divided = map[string]string{
	"nl": `
		jon.ge.re jon.ge.ren slacht.of.fer slacht.of.fers da.der da.ders po.li.tie net.werk on.line off.line
		be.oor.de.len be.ëin.di.gen ge.ëist ge.ïnd re.ü.nie co.ör.di.na.tie co.ö.pe.ra.tie va.cu.üm po.ë.zie na.ïef i.dee.ën
		zee.ën twee.ën.der.tig een één ca.fé pri.vé fo.to's bè.ta
		nieuw nieu.we nieuws leeuw eeuw schreeu.wen kooi dooi.en fraai saai.e groei.en roei moei.lijk
		se.ri.eus am.bi.ti.eus re.li.gi.eus
		fi.nan.ci.eel of.fi.ci.eel ac.tu.eel sek.su.eel in.di.vi.du.eel vi.su.eel vir.tu.e.le
		si.tu.a.tie si.tu.a.ties re.la.tie or.ga.ni.sa.tie na.ti.o.naal so.ci.aal spe.ci.aal mil.joen
		the.a.ter the.o.rie vi.de.o ra.di.o i.de.aal cre.a.tief re.a.ge.ren cha.os ge.o.gra.fie
		mu.se.um pe.tro.le.um eu.ro Eu.ro.pa ge.uit ge.acht ge.ijkt bij.een zo.als nau.we.lijks
		a.de.quaat qua.li.teit a.qua.ri.um
		ty.pe cy.ber ba.by hob.by's yo.ga loy.aal a.na.ly.se hy.gi.ë.ne sys.teem
		tijd lijst vrij al.tijd wij.zer schrij.ven rij.den
		game ga.mer ga.men games live.stream team teams coach web.site soft.ware bu.reau ni.veau up.date
		zelf.be.scha.di.ging ver.ant.woor.de.lijk.heid des.kun.di.ge me.di.a.wijs.heid ge.heim.hou.ding
		uit.bui.ting mis.bruik huis bui.ten deur keu.ken oud au.to hout pau.ze
		wer.ke.lijk.heid on.der.zoek on.der.zoe.ker be.wijs bron bron.nen straf.zaak straf.za.ken
		aan.spra.ke.lijk zie.ken.huis be.ïn.vloe.den in.for.ma.tie kwets.baar kwets.baar.heid
		school scho.len in.ter.net a.no.niem ri.si.co ge.vaar thuis hulp bel.len u uw niet wel`,
	"en": `
		a the be he she we me time lives makes called want.ed need.ed tried stor.ies
		ta.ble ta.bles peo.ple han.dle han.dled set.tle.ment cen.tre the.a.tre peo.ple's
		live.stream.ing young per.son per.sons of.fend.er of.fend.ers vic.tim vic.tims po.lice net.work
		ra.di.o vid.e.o i.de.a a.re.a me.di.a me.di.um so.cial spe.cial na.tion na.tion.al so.ci.e.ty re.li.gion re.li.gious
		pe.ri.od vi.o.lence vi.o.lent var.i.ous cau.tious se.ri.ous si.mul.ta.ne.ous cou.ra.geous
		qui.et di.et cli.ent sci.ence ex.pe.ri.ence au.di.ence pa.tient an.cient suf.fi.cient friend friends
		ac.tu.al sit.u.a.tion lan.guage guard guess ques.tion in.flu.ence val.ue is.sue cru.el fu.el
		be.ing see.ing do.ing go.ing play.ing try.ing ly.ing say.ing ar.gu.ing be.yond play.er loy.al roy.al
		ex.trem.is.m crit.i.cis.m rhy.thm pris.m
		did.n't don't is.n't would.n't can't
		care.ful care.ful.ly like.ly move.ment move.ments home.less safe.ty safe.guard safe.guard.ing some.thing some.where there.fore home.work life.time
		man.age.ment state.ment a.gree.ment el.e.ment ba.sis ca.ses a.ges chan.ges pla.ces watch.es push.es box.es
		hun.dred for.eign for.en.sic more.o.ver
		cha.os re.al.i.ty cre.ate cre.a.tion re.ac.tion co.op.er.a.tion
		quick.ly queen e.qual al.though through thought through.out out.side
		sui.cide self a.buse ex.ploi.ta.tion co.er.cion pro.tec.tion in.for.ma.tion ev.i.dence re.port re.port.ed
		sig.nal sig.nals source sour.ces page pa.ges chap.ter con.vict.ed ar.rest.ed sus.pect
		what where here which while were are one once you your their they`,
}

// formulas are those of the site's own lexicon.
var formulas = map[string]*Formula{"nl": readFormula("nl"), "en": readFormula("en")}

func readFormula(lang string) *Formula {
	f := &Formula{}
	src, err := os.ReadFile("../../../data/lexicon/" + lang + ".yaml")
	if err == nil {
		var lexicon struct{ Reading json.RawMessage }
		if src, err = yaml.YAMLToJSON(src); err == nil {
			err = json.Unmarshal(src, &lexicon)
		}
		if err == nil {
			err = json.Unmarshal(lexicon.Reading, f)
		}
	}
	if err != nil {
		panic(err)
	}
	return f
}

func TestSyllables(t *testing.T) {
	for code, list := range divided {
		wrong, words := 0, strings.Fields(list)
		for _, word := range words {
			whole := strings.ReplaceAll(word, ".", "")
			want := strings.Count(word, ".") + 1
			if got := formulas[code].Syllables.Count(whole); got != want {
				wrong++
				t.Errorf("%s: %s has %d syllables, counted %d", code, word, want, got)
			}
		}
		t.Logf("%s: %d of %d wrong", code, wrong, len(words))
	}
}

// Sentences counted by hand: words, words whose syllables count, syllables.
func TestSentences(t *testing.T) {
	tests := []struct {
		lang, text               string
		words, weighed, syllable int
		score                    float64
	}{
		{"nl", "Blijf rustig en geef steun.", 5, 5, 6, 109.8},
		{"nl", "De vervlechting van dader- en slachtofferschap noopt tot herijking van het instrumentarium.", 12, 12, 25, 35.3},
		{"nl", "Slachtoffers kunnen ook dader worden. ", 5, 5, 10, 48.2},
		{"nl", "Volgens Europol zijn er 25 groepen (FBI, 2025).", 8, 4, 6, 83.9},
		{"nl", "Foto’s van 't IJ", 4, 3, 4, 100.4},
		{"en", "Stay calm and give support.", 5, 5, 6, 100.2},
		{"en", "The entanglement of roles necessitates a recalibration of instruments.", 9, 9, 21, 0.3},
		{"en", "Victims can also become offenders.", 5, 5, 10, 32.6},
		{"en", "According to Europol, I don't know — yet.", 7, 6, 8, 86.9},
		{"en", " — … ", 0, 0, 0, 206.8},
	}
	for _, test := range tests {
		l := formulas[test.lang]
		m := l.Sentence(test.text, nil)
		if m.Words != test.words || m.Weighed != test.weighed || m.Syllables != test.syllable || math.Abs(l.Score(m)-test.score) > 0.05 {
			t.Errorf("%q: %+v, score %.2f", test.text, m, l.Score(m))
		}
	}
}

func TestGivenWords(t *testing.T) {
	asked := ""
	m := formulas["nl"].Sentence("Zij noemt gamificatie en een netwerk.", func(word string) bool { asked += word + " "; return word == "gamificatie" })
	if asked != "gamificatie " || m.Words != 6 || m.Weighed != 5 || m.Syllables != 6 || m.Long != 0 {
		t.Errorf("asked about %q: %+v", asked, m)
	}
}

// What is measured stays measured: sums of parts are those of the whole, and a
// costly sentence costs more than an easy one.
func TestMeasuresAddUp(t *testing.T) {
	l := formulas["nl"]
	easy, hard := l.Sentence("Bel ons.", nil), l.Sentence("Interdisciplinaire samenwerkingsverbanden noodzaken tot heroverweging.", nil)
	text := easy.Add(hard)
	if text.Sentences != 2 || text.Words != 7 {
		t.Errorf("%+v", text)
	}
	if l.Cost(text, hard) <= 0 || l.Cost(text, easy) >= 0 {
		t.Errorf("costs %.1f and %.1f", l.Cost(text, hard), l.Cost(text, easy))
	}
}

func FuzzSentence(f *testing.F) {
	f.Add("Naïeve ideeën, één 'foto’s' en 25% \xff\xc3", "x")
	f.Fuzz(func(t *testing.T, text, word string) {
		for _, code := range []string{"nl", "en"} {
			l := formulas[code]
			if m := l.Sentence(text, nil); m.Weighed > m.Words || m.Long > m.Weighed || m.Syllables < m.Weighed {
				t.Errorf("%+v", m)
			}
			if l.Syllables.Count(word) > len(word) {
				t.Errorf("%q has %d syllables", word, l.Syllables.Count(word))
			}
		}
	})
}

func BenchmarkSentence(b *testing.B) {
	for code, text := range map[string]string{
		"nl": "Een groep mensen werkt samen aan de weg naar huis waar het licht brandt en niemand weet hoe lang dat nog duurt. ",
		"en": "A group of people works together on the road towards home where the light burns and nobody knows how long it will last. ",
	} {
		b.Run(code, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				formulas[code].Sentence(text, nil)
			}
		})
	}
}

func ExampleFormula_Score() {
	l := formulas["nl"]
	fmt.Printf("%.0f", l.Score(l.Sentence("Kijk naar veranderingen en praat rustig met de jongere.", nil)))
	// Output: 62
}
