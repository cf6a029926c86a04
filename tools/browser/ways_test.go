package browser

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ways are questions of five kinds of people, each with the way that a person with a phone would take from home, and
// the words that answer it. A way goes by pages, by #parts of one and by presses on a question.
var ways = []struct{ who, lang, asks, way, answer string }{
	{"social worker", "nl", "Someone threatens to spread my client's photos", "/ → /handelen/sociaal-werk/", "Wordt de jongere afgeperst?"},
	{"social worker", "en", "My client speaks of suicide", "/en/ → /en/what-to-do/social-work/", "Is there danger now"},
	{"social worker", "nl", "I saw wounds that nobody explains", "/ → /signalen/onverklaarde-verwonding/", "Blijf rustig en zorg"},
	{"social worker", "en", "How do I begin to talk?", "/en/ → /en/what-to-do/social-work/ → #gesprek", "noticed you're different"},
	{"social worker", "nl", "Which number for suspected sexual abuse?", "/ → /handelen/wie-bellen/ → press Misbruik", "Vermoedt u seksueel misbruik?"},
	{"police trainee", "nl", "What do I do in the first hour?", "/ → /handelen/politie/", "Is er nu gevaar?"},
	{"police trainee", "en", "The victim wants to delete the chats", "/en/ → /en/what-to-do/police/", "Let nobody delete anything."},
	{"police trainee", "nl", "My suspect seems forced himself", "/ → /handelen/politie/", "Vraag u af wie hier wie dwingt."},
	{"police trainee", "en", "May I look around in such a group?", "/en/ → /en/what-to-do/police/ → #bevoegdheid", "Do not watch groups on your own"},
	{"police trainee", "nl", "Images that I saw stay with me", "/ → /handelen/ → /handelen/zorg-voor-uzelf/", "Stop met kijken."},
	{"policy officer", "nl", "How many Dutch people are involved?", "/ → /cijfers/ → /cijfers/nl-betrokken/", "Een betrouwbaar aantal vonden wij niet"},
	{"policy officer", "en", "What does the main report propose?", "/en/ → /en/policy/ → /en/policy/directions/", "puts prevention and awareness first"},
	{"policy officer", "nl", "What may the police observe online?", "/ → /beleid/ → /beleid/digitale-observatie/", "De wet zegt volgens HCSS"},
	{"policy officer", "en", "Which counts of the same thing differ?", "/en/ → /en/figures/ → /en/figures/side-by-side/", "We found no official statistics"},
	{"policy officer", "nl", "May I quote this number in my note?", "/ → /cijfers/ → /cijfers/nl-betrokken/ → /cijfers/nl-leiders-nrc/", "Wat is geteld"},
	{"parent", "nl", "My child is blackmailed with photos", "/ → /handelen/ouders/", "Wordt uw kind afgeperst?"},
	{"parent", "en", "Shall I take the phone away?", "/en/ → /en/what-to-do/parents/", "Delete nothing and do not take"},
	{"parent", "nl", "Where can I report this?", "/ → /handelen/ouders/", "Bel voor advies"},
	{"parent", "en", "My child suddenly has gifts", "/en/ → /en/signals/unexplained-gifts/", "next step"},
	{"parent", "nl", "How do I start a conversation?", "/ → /handelen/ouders/ → #gesprek", "Ik maak me zorgen, en ik ben niet boos"},
	{"young person", "nl", "Someone threatens me with my photos", "/ → /handelen/jongeren/", "Dreigt iemand met jouw foto's"},
	{"young person", "en", "They made me do something to others", "/en/ → /en/what-to-do/young-people/ → #zelf-gedaan", "This happens to other young people"},
	{"young person", "nl", "My friend wants to die", "/ → /handelen/jongeren/ → #vriend", "Praat je vriend over doodgaan"},
	{"young person", "en", "I sent a nude", "/en/ → /en/what-to-do/young-people/ → #gestuurd", "not the only one"},
	{"young person", "nl", "I want to chat, not to call", "/ → /handelen/jongeren/", "Chat of bel met"},
}

// untilSeen returns how far down from where the page is shown the link or the words are, in screens of what the quick
// exit leaves free that must pass, and how many words are read until then; nothing when there is no such thing.
const untilSeen = `((link, words) => {
	const free = document.querySelector(".quick-exit").getBoundingClientRect().top, texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const plain = (text) => text.replace(/[\s\u2018\u2019']+/g, " ").toLowerCase();
	let read = 0;
	while (texts.nextNode()) {
		const text = texts.currentNode, e = text.parentElement;
		if (!text.data.trim() || !e.checkVisibility() || e.closest(".visually-hidden")) continue;
		const range = document.createRange();
		range.selectNodeContents(text);
		const at = range.getClientRects()[0];
		if (!at || at.bottom < 0) continue;
		const href = e.closest("a")?.getAttribute("href");
		if (link ? href === link : plain(text.data).includes(plain(words))) return [Math.max(0, at.bottom - free) / free, read];
		if (e.closest("main")) read += text.data.trim().split(/\s+/).length;
	}
	return [];
})(%q, %q)`

// Five tasks of five kinds of people take two or three taps and less than two screens of scrolling, at 360 pixels.
// With -update docs/tasks.md says what each took; in make test every fourth is tried.
func TestWaysFromHome(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 360, 800)
	var rows strings.Builder
	for i, task := range ways {
		if i%4 > 0 && !*trial && !*update {
			continue
		}
		screens, words, hops := 0.0, 0.0, strings.Split(task.way, " → ")
		tb.visit(hops[0])
		for j := range hops {
			link, answer := "", task.answer
			if j+1 < len(hops) {
				link, answer = hops[j+1], ""
				if press, ok := strings.CutPrefix(link, "press "); ok {
					link, answer = "", press
				}
			}
			seen := eval[[]float64](tb, fmt.Sprintf(untilSeen, link, answer))
			if len(seen) == 0 {
				t.Errorf("%s: no way to %q at %s", task.asks, link+answer, hops[j])
				break
			}
			screens, words = screens+seen[0], words+seen[1]
			switch {
			case j+1 == len(hops):
			case link == "":
				tb.script(fmt.Sprintf(`[...document.querySelectorAll("summary")].find((e) => e.textContent.includes(%q)).click()`, answer))
			case link[0] == '#':
				tb.script(fmt.Sprintf(`document.querySelector(%q).scrollIntoView()`, link))
			default:
				tb.visit(link)
			}
		}
		taps := len(hops) - 1
		if taps > 3 || screens > 2 {
			t.Errorf("%s: %d taps and %.1f screens", task.asks, taps, screens)
		}
		fmt.Fprintf(&rows, "| %s | %s | %s | %s | %d | %.1f | %.0f | %.0f |\n", task.who, task.lang, task.asks, task.way, taps, screens, words, math.Ceil(words*60/200))
	}
	if *update {
		writeWays(t, rows.String())
	}
}

// writeWays puts rows below the head of the table in docs/tasks.md.
func writeWays(t *testing.T, rows string) {
	t.Helper()
	file := filepath.Join(root, "docs", "tasks.md")
	old, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	const rule = "|---|---|---|---|---:|---:|---:|---:|\n"
	before, after, _ := strings.Cut(string(old), rule)
	_, after, _ = strings.Cut(after, "\n\n")
	if err := os.WriteFile(file, []byte(before+rule+rows+"\n"+after), 0o644); err != nil {
		t.Fatal(err)
	}
}
