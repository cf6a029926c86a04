package mutation

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
)

// saying is one thing said in both languages, and how a tired translator says
// something else in either.
type saying struct {
	kind             string // in which the languages then differ
	name             string
	nl, en           string
	wrongNL, wrongEN string // "" where that makes no sense
}

var sayings = []saying{
	{"number", "an age with its digits exchanged", "Sommigen zijn 13 jaar.", "Some are 13 years old.", "Sommigen zijn 31 jaar.", "Some are 31 years old."},
	{"number", "an amount with a nought too many", "De stad telt 1.200 inwoners.", "The town has 1,200 inhabitants.", "De stad telt 12.000 inwoners.", "The town has 12,000 inhabitants."},
	{"number", "another number word", "Het duurt drie weken.", "It takes three weeks.", "Het duurt vier weken.", "It takes 4 weeks."},
	{"number", "a milliard called a million", "Het kost een miljard.", "It costs a billion.", "Het kost een miljoen.", "It costs a million."},
	{"number", "another hour", "Open van 19.00 tot 6.00 uur.", "Open from 19:00 to 6:00.", "Open van 19.00 tot 7.00 uur.", "Open from 9:00 to 6:00."},
	{"number", "two numbers exchanged", "Er kwamen 13 jongens en 7 meisjes.", "13 boys and 7 girls came.", "Er kwamen 7 jongens en 13 meisjes.", "7 boys and 13 girls came."},
	{"date", "another month", "Dat was op 10 maart 2026.", "That was on 10 March 2026.", "Dat was op 10 mei 2026.", "That was on 10 May 2026."},
	{"date", "another day", "Dat was op 10 maart 2026.", "That was on March 10, 2026.", "Dat was op 11 maart 2026.", "That was on 12 March 2026."},
	{"weekday", "another day of the week", "Gesloten op maandag.", "Closed on Mondays and on Monday.", "Gesloten op dinsdag.", "Closed on Tuesday."},
	{"negation", "a never lost beside a not", "Zoek nooit zelf. Wis dat niet.", "Do not search yourself. Never wipe that.", "Zoek zelf. Wis dat niet.", "Do not search yourself. Wipe that."},
	{"negation", "a text to skip that is to be read", "Sla dit stuk over.", "Do not read this part.", "Lees dit stuk.", ""},
	{"unit", "an hour called a day", "Bel binnen een uur terug.", "Call back within an hour.", "Bel binnen een dag terug.", "Call back within a day."},
	{"unit", "daily called weekly", "Bel dagelijks.", "Call every day.", "Bel wekelijks.", "Call weekly."},
	{"unit", "days called weeks", "Binnen 3 dagen.", "Within three days.", "Binnen 3 weken.", "Within 3 weeks."},
	{"unit", "per cent called points", "Het steeg met 5 procent.", "It rose by 5%.", "Het steeg met 5 procentpunt.", "It rose by 5 percentage points."},
	{"allegation", "a suspicion told as a fact", "Er is een verdenking van fraude.", "There is a suspicion of fraud.", "Er is fraude.", "There is fraud."},
	{"frequency", "often told as sometimes", "Dat komt vaak voor.", "That often happens.", "Dat komt soms voor.", "That sometimes happens."},
	{"frequency", "rarely told as usually", "Dat komt zelden voor.", "That rarely happens.", "Dat komt meestal voor.", "That usually happens."},
	{"contrast", "tripled told as doubled", "Het aantal is verdrievoudigd.", "The number has tripled.", "Het aantal is verdubbeld.", "The number has doubled."},
	{"contrast", "a rise told as a fall", "Het aantal steeg.", "The number rose.", "Het aantal daalde.", ""},
	{"contrast", "before told as after", "Bel voordat u gaat.", "Call before you go.", "Bel nadat u gaat.", "Call after you go."},
	{"contrast", "unsafe told as safe", "Dat is onveilig.", "That is unsafe.", "Dat is veilig.", "That is safe."},
	{"contrast", "unsafe told as safe", "Dat is niet veilig.", "That is unsafe.", "Dat is veilig.", ""},
	{"person", "a child called a pupil", "Praat met uw kind.", "Talk to your child.", "Praat met de leerling.", "Talk to the pupil."},
	{"person", "a colleague called a client", "Vraag een collega.", "Ask a colleague.", "Vraag een cliënt.", "Ask a client."},
	{"relation", "what comes first told as the second", "Begin bij de veiligheid; het bewijs komt daarna.", "Start with safety; the evidence comes later.", "Begin bij het bewijs; de veiligheid komt daarna.", "Start with the evidence; safety comes later."},
	{"relation", "helpers exchanged", "Vraag het bij extremisme hier en bij dwang daar.", "On extremism, ask here. On coercion, ask there.", "Vraag het bij dwang hier en bij extremisme daar.", "On coercion, ask here. On extremism, ask there."},
	{"relation", "half a year and a year exchanged", "Dat is het ene na een half jaar, en het andere na een jaar.", "That is one after half a year, and the other after a year.", "Dat is het ene na een jaar, en het andere na een half jaar.", "That is one after a year, and the other after half a year."},
	{"relation", "one of two told as both", "Noem de naam of de plaats.", "Give the name or the place.", "Noem de naam en de plaats.", "Give the name and the place."},
	{"relation", "one of two to call told as both", "Bel dan [Offlimits](contact:offlimits) of [Fier](contact:fier).", "Then call [Offlimits](contact:offlimits) or [Fier](contact:fier).", "Bel dan [Offlimits](contact:offlimits) en [Fier](contact:fier).", "Then call [Offlimits](contact:offlimits) and [Fier](contact:fier)."},
	{"unit", "half a year called a year", "Dat is na een half jaar.", "That is after half a year.", "Dat is na een jaar.", "That is after a year."},
	{"opposite", "the first half of a year told as the second", "Dat was in de eerste helft van het jaar.", "That was in the first half of the year.", "Dat was in de tweede helft van het jaar.", "That was in the second half of the year."},
	{"denied", "who it is not about exchanged", "Dat gaat over deelnemers, niet over daders.", "That is about participants, not offenders.", "Dat gaat over daders, niet over deelnemers.", "That is about offenders, not participants."},
	{"opposite", "since told as until", "Dat is zo sinds mei.", "That is so since May.", "", "That is so until May."},
	{"opposite", "before told as afterwards", "Vraag het vooraf.", "Ask beforehand.", "Vraag het achteraf.", "Ask afterwards."},
	{"opposite", "a rise told as a fall", "Dat is een stijging.", "That is an increase.", "Dat is een daling.", "That is a decrease."},
	{"opposite", "keep told as delete", "Bewaar de brief.", "Keep the letter.", "Wis de brief.", "Delete the letter."},
	{"negation", "a not lost", "Deel zulke dingen niet.", "Do not share such things.", "Deel zulke dingen.", "Share such things."},
	{"negation", "a never lost", "Ga er nooit alleen heen.", "Never go there alone.", "Ga er alleen heen.", "Go there alone."},
	{"negation", "a never lost", "Ga er nooit alleen heen.", "Do not go there alone.", "Ga er alleen heen.", "Go there alone."},
	{"negation", "without made with", "Doe dat zonder toestemming.", "Do so without permission.", "Doe dat met toestemming.", "Do so with permission."},
	{"negation", "unless made if", "Bel, tenzij u veilig bent.", "Call, unless you are safe.", "Bel, als u veilig bent.", "Call if you are safe."},
	{"negation", "a won't lost", "Ik word niet boos.", "I won't be angry.", "Ik word boos.", "I will be angry."},
	{"negation", "a didn't lost", "Zij belden niet.", "They didn't call.", "Zij belden.", "They did call."},
	{"negation", "a nobody lost", "Niemand hoort ervan.", "Nobody hears of it.", "Iemand hoort ervan.", "Somebody hears of it."},
	{"negation", "a negation of two things lost", "Zoek of bewaar niets.", "Search for nothing and keep nothing.", "Zoek of bewaar het.", "Search for it and keep it."},
	{"contrast", "safe at home told as unsafe", "Het is thuis veilig.", "It is safe at home.", "Het is thuis onveilig.", "It is dangerous at home."},
	{"caution", "a perhaps lost", "Misschien helpt dat.", "Perhaps that helps.", "Dat helpt.", "That helps."},
	{"caution", "a probably lost", "Waarschijnlijk klopt dat.", "That is probably right.", "Dat klopt.", "That is right."},
	{"caution", "a may made a fact", "Dat kan schade doen.", "That may do harm.", "Dat doet schade.", "That does harm."},
	{"caution", "a may beside a risk made a fact", "Dat kan schade doen, met een risico op meer.", "That may do harm, with a risk of more.", "Dat doet schade, met een risico op meer.", "That will do harm, with a risk of more."},
	{"extent", "at least made at most", "Het zijn minstens veel mensen.", "They are at least many people.", "Het zijn hoogstens veel mensen.", "They are at most many people."},
	{"extent", "only lost", "Bel alleen het hoofd.", "Call only the head.", "Bel het hoofd.", "Call the head."},
	{"opposite", "at the latest told as at the earliest", "Dat komt uiterlijk in mei.", "That comes in May at the latest.", "Dat komt op zijn vroegst in mei.", "That comes in May at the earliest."},
	{"opposite", "a small part made a large one", "Een klein deel van hen leest.", "A small part of them reads.", "Een groot deel van hen leest.", "A good part of them reads."},
	{"opposite", "anonymously told as with a name", "Bel anoniem met de school.", "Call the school anonymously.", "Bel met uw naam en adres met de school.", "Call the school, under your name."},
	{"opposite", "an hour made a day", "De school heeft een uur.", "The school has an hour.", "De school heeft een etmaal.", "The school has a week."},
	{"date", "the days of two exchanged", "De krant kwam op 24 mei, het blad op 25 mei.", "The paper came on 24 May, the magazine on 25 May.", "De krant kwam op 25 mei, het blad op 24 mei.", "The paper came on 25 May, the magazine on 24 May."},
	{"opposite", "always made sometimes", "Bel altijd eerst iemand.", "Always call somebody first.", "Bel soms eerst iemand.", "Sometimes call somebody first."},
	{"extent", "at once lost", "Bel meteen iemand.", "Call somebody immediately.", "Bel iemand.", "Call somebody."},
	{"status", "a suspect called convicted", "Er is een verdachte.", "There is a suspect.", "Er is een veroordeelde.", "Someone was convicted."},
	{"status", "an acquittal turned round", "De rechter heeft iemand vrijgesproken.", "The court acquitted someone.", "De rechter heeft iemand veroordeeld.", "The court convicted someone."},
	{"party", "the victim called offender", "Het slachtoffer heeft hulp nodig.", "The victim needs help.", "De dader heeft hulp nodig.", "The offender needs help."},
	{"party", "girls called boys", "Het gaat om meisjes.", "It concerns girls.", "Het gaat om jongens.", "It concerns boys."},
	{"party", "minors called adults", "Het gaat om minderjarigen.", "It concerns minors.", "Het gaat om volwassenen.", "It concerns adults."},
	{"duty", "a prohibition lost", "Er geldt een verbod.", "It is forbidden.", "Er geldt een regel.", "It is allowed."},
	{"duty", "may made must", "U mag dat melden.", "You may report that.", "", "You must report that."},
	{"helper", "parents for police", "Vraag het de politie.", "Ask the police.", "Vraag het de ouders.", "Ask the parents."},
	{"helper", "a doctor lost", "Ga naar de huisarts.", "Go to the doctor.", "Ga naar de kapper.", "Go to the hairdresser."},
	{"country", "another country", "Dat geldt in Duitsland.", "That holds in Germany.", "Dat geldt in Frankrijk.", "That holds in France."},
	{"office", "the prosecutor told as the court", "Dat overtuigde de aanklager niet.", "That did not convince the prosecutor.", "Dat overtuigde de rechter niet.", "That did not convince the court."},
	{"office", "a lawyer told as a judge", "De advocaat vroeg erom.", "The lawyer asked for it.", "De rechter vroeg erom.", "The judge asked for it."},
	{"office", "a municipality told as a minister", "De gemeente besloot dat.", "The municipality decided that.", "De minister besloot dat.", "The minister decided that."},
	{"allegation", "a suspicion told as a charge", "Hij zit vast op verdenking van fraude.", "He is held on suspicion of fraud.", "", "He is held because of his fraud."},
	{"person", "a loved one told as a neighbour", "Overleg met een naaste.", "Consult someone close to you.", "Overleg met een buurman.", "Consult a neighbour."},
	{"person", "a stranger told as a friend", "Een onbekende vroeg erom.", "A stranger asked for it.", "Een vriend vroeg erom.", "A friend asked for it."},
	{"false friend", "if need be told as in the end", "Praat eventueel met de school.", "Talk to the school if need be.", "", "Eventually talk to the school."},
	{"false friend", "police told as policy", "De politie vraagt een nota.", "The police ask for a policy paper.", "", "The policy is to ask for a paper."},
	{"false friend", "mental told as psychic", "Zij heeft psychische klachten.", "She has mental complaints.", "", "She has psychic complaints."},
	{"opposite", "compulsory told as optional", "De les is verplicht.", "The lesson is compulsory.", "De les is vrijwillig.", "The lesson is optional."},
	{"opposite", "a plan told as a fact", "De regel zou vanaf mei gelden.", "The rule would apply from May.", "", "The rule has applied from May."},
	{"opposite", "advice against told as advice", "De school raadt af te wachten.", "The school advises against waiting.", "De school raadt aan te wachten.", "The school recommends waiting."},
	{"opposite", "adopted told as rejected", "Het voorstel is aangenomen.", "The proposal was adopted.", "Het voorstel is verworpen.", "The proposal was rejected."},
	{"shape", "a paragraph left out", "Een zin.\n\nNog een zin.", "A sentence.\n\nAnother one.", "Een zin.", "A sentence."},
	{"shape", "an item left out", "- Een punt.\n- Nog een.", "- A point.\n- Another.", "- Een punt.", "- A point."},
	{"shape", "a cell left empty", "| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c | |", "| a | b |\n|---|---|\n| | d |"},
	{"link", "two links exchanged", "Lees [wat](../over/werkwijze.md) en [hoe](../over/redactie.md).", "Read [what](../over/werkwijze.md) and [how](../over/redactie.md).",
		"Lees [hoe](../over/redactie.md) en [wat](../over/werkwijze.md).", "Read [how](../over/redactie.md) and [what](../over/werkwijze.md)."},
	{"link", "the numbers of two organisations exchanged", "Bel [113](contact:zelfmoordpreventie), daarna [112](contact:noodnummer).", "Call [113](contact:zelfmoordpreventie), then [112](contact:noodnummer).",
		"Bel [112](contact:noodnummer), daarna [113](contact:zelfmoordpreventie).", "Call [112](contact:noodnummer), then [113](contact:zelfmoordpreventie)."},
}

// pages returns the Dutch pages that have one place for a paragraph in both
// languages: an example of a page in a fence would be another.
func pages(files fstest.MapFS) []string {
	find := regexp.MustCompile(here)
	var fit []string
	for name, file := range files {
		ok, _ := path.Match(nl, name)
		other := files[twin(name)]
		if ok && other != nil && len(find.FindAll(file.Data, 2)) == 1 && len(find.FindAll(other.Data, 2)) == 1 {
			fit = append(fit, name)
		}
	}
	slices.Sort(fit)
	return fit
}

// said returns the site with a text on a page in both languages, and the lines
// where it stands.
func said(files fstest.MapFS, page, dutch, english string) (changed fstest.MapFS, lines map[string][2]int) {
	find := regexp.MustCompile(here)
	changed, lines = files, map[string][2]int{}
	for name, text := range map[string]string{page: dutch, twin(page): english} {
		src := files[name].Data
		at := find.FindIndex(src)[0]
		first := 2 + bytes.Count(src[:at], []byte("\n"))
		lines[name] = [2]int{first, first + strings.Count(text, "\n")}
		changed = with(changed, name, slices.Concat(src[:at], []byte("\n"+text+"\n"), src[at:]))
	}
	return changed, lines
}

// sayingMutants are mistakes in translation: in either language, with the other
// as it should be.
func sayingMutants(files fstest.MapFS) []mutant {
	var out []mutant
	fit := pages(files)
	for i, s := range sayings {
		page := fit[i*len(fit)/len(sayings)]
		for _, texts := range [][2]string{{s.wrongNL, s.en}, {s.nl, s.wrongEN}} {
			if texts[0] == "" || texts[1] == "" {
				continue
			}
			changed, lines := said(files, page, texts[0], texts[1])
			out = append(out, mutant{rule: "translation-differs", name: fmt.Sprintf("%s (%s)", s.name, s.kind), file: page, at: s.kind, lines: lines, files: changed})
		}
	}
	return out
}

// What is said alike in both languages is no difference.
func TestSayingsAlikePass(t *testing.T) {
	files := original(t)
	fit := pages(files)
	var alike []mutant
	for i, s := range sampled(sayings, func(s saying) string { return s.kind }) {
		page := fit[i*len(fit)/len(sayings)]
		changed, lines := said(files, page, s.nl, s.en)
		alike = append(alike, mutant{rule: "translation-differs", name: s.name, file: page, lines: lines, files: changed})
	}
	for _, batch := range batched(files, alike, func(mutant) bool { return false }) {
		found := sync.OnceValue(func() []diag.Diagnostic { return check.Only(loaded(batch.files), today, "translation-differs") })
		for _, m := range batch.mutants {
			t.Run(m.name, func(t *testing.T) {
				t.Parallel()
				for _, d := range found() {
					if at := m.lines[d.File]; at[0] <= d.Line && d.Line <= cmp.Or(at[1], -1) {
						t.Errorf("%s: %s", d.Position, d.Message)
					}
				}
			})
		}
	}
}

// changesAlike are texts that somebody changed alike in both languages after they were seen: Dutch and English, as they were, as they are
// when they say something else, and when only their wording changed.
var changesAlike = []struct {
	name                     string
	was, otherwise, reworded [2]string
}{
	{"a denial lost", [2]string{"Bewaar de beelden niet.", "Do not keep the images."}, [2]string{"Bewaar de beelden.", "Keep the images."},
		[2]string{"Bewaar zulke beelden niet.", "Do not keep such images."}},
	{"who did it exchanged", [2]string{"De dader dwong het slachtoffer.", "The offender forced the victim."}, [2]string{"Het slachtoffer dwong de dader.", "The victim forced the offender."},
		[2]string{"De dader zette het slachtoffer onder druk.", "The offender put pressure on the victim."}},
	{"what comes first exchanged", [2]string{"Zorgen gaat voor uitzoeken.", "Caring precedes finding out."}, [2]string{"Uitzoeken gaat voor zorgen.", "Finding out precedes caring."},
		[2]string{"Zorgen weegt zwaarder dan uitzoeken.", "Caring matters above finding out."}},
	{"a not lost, or another page pointed at", [2]string{"Dat is niet zo. [z.p.](cite:hcss-com)", "That is not so. [n. pag.](cite:hcss-com)"}, [2]string{"Dat is zo. [z.p.](cite:hcss-com)", "That is so. [n. pag.](cite:hcss-com)"},
		[2]string{"Dat is niet zo. [z.p.](cite:hcss-com) Lees ook [wat u niet doet](../handelen/niet-doen.md).", "That is not so. [n. pag.](cite:hcss-com) See, too, [what not to do](../handelen/niet-doen.md)."}},
	{"a denial beside a gap that is shown, or that and another page", [2]string{"Dat is zo.", "That is so."}, [2]string{"Dat is niet zo.\n\n```gaps\nids: [g01]\n```", "That is not so.\n\n```gaps\nids: [g01]\n```"},
		[2]string{"Dat is zo. Lees ook [dit](../handelen/melden.md).\n\n```gaps\nids: [g01]\n```", "That is so. See also [this](../handelen/melden.md).\n\n```gaps\nids: [g01]\n```"}},
	{"another page pointed at in each", [2]string{"Dat is zo.", "That is so."}, [2]string{"Dat is zo. Lees ook [dit](../handelen/melden.md).", "That is so. See also [this](../handelen/niet-doen.md)."},
		[2]string{"Dat is zo, lees [dit](../handelen/melden.md).", "That is so: see [this](../handelen/melden.md)."}},
	{"another page in each of what is listed", [2]string{"Lees [dit](../handelen/melden.md) of [dat](../handelen/wie-bellen.md).", "Read [this](../handelen/melden.md) or [that](../handelen/wie-bellen.md)."},
		[2]string{"Lees [dit](../handelen/melden.md), [dat](../handelen/wie-bellen.md) of [wat niet](../handelen/niet-doen.md).", "Read [this](../handelen/melden.md), [that](../handelen/wie-bellen.md) or [more](../handelen/meldcode.md)."},
		[2]string{"Lees [dit](../handelen/melden.md), [dat](../handelen/wie-bellen.md) of [wat niet](../handelen/niet-doen.md).", "Read [this](../handelen/melden.md), [that](../handelen/wie-bellen.md) or [what not](../handelen/niet-doen.md)."}},
	{"another organisation behind the same words", [2]string{"Bel [hen](contact:politie) nu.", "Call [them](contact:politie) now."}, [2]string{"Bel [hen](contact:offlimits) nu.", "Call [them](contact:offlimits) now."},
		[2]string{"Bel [hen](contact:politie) dan nu.", "Then call [them](contact:politie) now."}},
	{"another number", [2]string{"Het rapport telt 12 zaken.", "The report counts 12 cases."}, [2]string{"Het rapport telt 21 zaken.", "The report counts 21 cases."},
		[2]string{"In het rapport staan 12 zaken.", "There are 12 cases in the report."}},
	{"another state of a case", [2]string{"De man is verdachte.", "The man is a suspect."}, [2]string{"De man is veroordeeld.", "The man was convicted."},
		[2]string{"Die man is verdachte.", "That man is a suspect."}},
}

// What changed alike in both languages is a warning until somebody says that it was seen, unless only its wording did: each of
// them on a page of its own.
func TestChangesAlikeAreToBeSeen(t *testing.T) {
	files := original(t)
	fit := pages(files)
	saying := func(texts func(i int) [2]string) fstest.MapFS {
		is := files
		for i := range changesAlike {
			is, _ = said(is, fit[i], texts(i)[0], texts(i)[1])
		}
		return is
	}
	state := between.State{}
	for _, p := range between.Sections(loaded(saying(func(i int) [2]string { return changesAlike[i].was }))) {
		state.Say(p.Place, p.Other.Lang, p.Marks())
	}
	for want, texts := range map[diag.Severity]func(int) [2]string{
		diag.Warning: func(i int) [2]string { return changesAlike[i].otherwise },
		diag.Info:    func(i int) [2]string { return changesAlike[i].reworded },
	} {
		found := check.Only(loaded(with(saying(texts), between.StateFile, state.YAML())), today, "translation-drifted")
		if len(found) != len(changesAlike) {
			t.Errorf("%d findings for %d changes: %v", len(found), len(changesAlike), found)
		}
		for i, c := range changesAlike {
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
				return (d.File == fit[i] || d.File == twin(fit[i])) && d.Severity == want
			}) {
				t.Errorf("%s, %q: %v, want one of severity %v", c.name, texts(i), found, want)
			}
		}
	}
}

// wordsOfOneLanguage are texts of which one language became another after somebody compared them: as they were, and
// as one is now, in words that no list knows. Other words for the same are told of none.
var wordsOfOneLanguage = []struct {
	nl, en, nowNL, nowEN, sameNL, sameEN string
}{
	{"Zoek een volwassene op.", "Find an adult.", "Zoek een jongere op.", "Find a sign.", "Zoek er een volwassene bij.", "Go and find an adult."},
	{"Dat zag de politie.", "The police saw that.", "Dat zag de school.", "The school saw that.", "De politie zag dat ook.", "That was seen by the police."},
	{"Dat is voor het slachtoffer.", "That is for the victim.", "Dat is voor de ouders.", "That is for the parents.", "Dat is er voor het slachtoffer.", "It is there for the victim."},
	{"Dat duurt een dag.", "It takes a day.", "Dat duurt een uur.", "It takes an hour.", "Een dag duurt dat.", "A day is what it takes."},
}

// What one language says in a text that changed, and the other has no word for.
func TestWordsOfOneLanguage(t *testing.T) {
	files := original(t)
	fit := pages(files)
	site := func(texts func(i int) [2]string) fstest.MapFS {
		is := files
		for i := range wordsOfOneLanguage {
			is, _ = said(is, fit[i], texts(i)[0], texts(i)[1])
		}
		return is
	}
	state := between.State{}
	for _, p := range between.Sections(loaded(site(func(i int) [2]string { return [2]string{wordsOfOneLanguage[i].nl, wordsOfOneLanguage[i].en} }))) {
		state.Say(p.Place, p.Other.Lang, p.Marks())
	}
	for name, c := range map[string]struct {
		now  func(i int) [2]string
		want bool
	}{
		"Dutch says something else":   {func(i int) [2]string { return [2]string{wordsOfOneLanguage[i].nowNL, wordsOfOneLanguage[i].en} }, true},
		"English says something else": {func(i int) [2]string { return [2]string{wordsOfOneLanguage[i].nl, wordsOfOneLanguage[i].nowEN} }, true},
		"Dutch in other words":        {func(i int) [2]string { return [2]string{wordsOfOneLanguage[i].sameNL, wordsOfOneLanguage[i].en} }, false},
		"English in other words":      {func(i int) [2]string { return [2]string{wordsOfOneLanguage[i].nl, wordsOfOneLanguage[i].sameEN} }, false},
	} {
		found := check.Only(loaded(with(site(c.now), between.StateFile, state.YAML())), today, "translation-drifted")
		for i := range wordsOfOneLanguage {
			told := slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
				return (d.File == fit[i] || d.File == twin(fit[i])) && strings.Contains(d.Message, "nothing is there for")
			})
			if told != c.want {
				t.Errorf("%s: %q told: %v; %v", name, c.now(i), told, found)
			}
		}
	}
}
