package cite

import (
	"regexp"
	"testing"
)

type numberCase struct{ text, normal, fault string }

func tryAll(t *testing.T, parse func(string) (string, error), cases []numberCase) {
	for _, c := range cases {
		got, err := parse(c.text)
		switch {
		case c.fault == "" && (err != nil || got != c.normal):
			t.Errorf("%q: %q, %v; want %q", c.text, got, err, c.normal)
		case c.fault != "" && (err == nil || !regexp.MustCompile(c.fault).MatchString(err.Error())):
			t.Errorf("%q: fault %v; want %q", c.text, err, c.fault)
		}
	}
}

func TestDOI(t *testing.T) {
	tryAll(t, DOI, []numberCase{
		{"10.1000/182", "10.1000/182", ""},
		{"10.1000.10/ABC.x", "10.1000.10/abc.x", ""},
		{"10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O", "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o", ""},
		{"https://doi.org/10.1000/182", "", `write only "10.1000/182"`},
		{"http://dx.doi.org/10.1000/182", "", `write only "10.1000/182"`},
		{"doi:10.1000/182", "", `write only "10.1000/182"`},
		{"10.1000/182.", "", `leave out the "\."`},
		{"10.1000/a/../b", "", "take /./ and /../ out"},
		{"10.1000/a/.", "", `leave out the "\."`},
		{"10.1000/a/./b", "", "take /./ and /../ out"},
		{"10.1000/a/..b", "10.1000/a/..b", ""},
		{"10.1000/", "", "write 10"},
		{"10.12/x", "", "write 10"},
		{"11.1000/x", "", "write 10"},
		{"10.5555/abc](x)", "", "syntax of another"},
		{"10.5555/abc]", "", "syntax of another"},
		{"10.5555/a[b]c", "10.5555/a[b]c", ""},
		{"10.1000/a b", "", "without spaces"},
		{"10.1000/a\u200bb", "", "without spaces"},
		{"https://doi.org/", "", "write 10"},
		{"", "", "write 10"},
	})
}

func TestISBN(t *testing.T) {
	tryAll(t, ISBN, []numberCase{
		{"978-0-306-40615-7", "9780306406157", ""},
		{"0-306-40615-2", "9780306406157", ""},
		{"0 8044 2957 X", "9780804429573", ""},
		{"080442957x", "9780804429573", ""},
		{"979-10-90636-07-1", "9791090636071", ""},
		{"979-0-2600-0043-8", "", "music score"},
		{"978-0-306-40615-8", "", `check digit is "8", "7" would fit`},
		{"978-0-306-46015-7", "", "check digit"},
		{"0-306-40615-3", "", `"2" would fit`},
		{"977-0-306-40615-4", "", "978 or 979"},
		{"978-0-306-40615", "", "10 or 13 digits, not 12"},
		{"978-0-306-4061X-7", "", `"X" does not belong`},
		{"978030640615X", "", "only stand at the end of 10"},
		{"978‑0‑306‑40615‑7", "", `"‑" does not belong`},
		{"", "", "not 0"},
	})
}

func TestISSN(t *testing.T) {
	tryAll(t, ISSN, []numberCase{
		{"0378-5955", "0378-5955", ""},
		{"2434561x", "2434-561X", ""},
		{"0378-5956", "", `"5" would fit`},
		{"0378-595", "", "8 digits, not 7"},
		{"X378-5955", "", "does not belong"},
	})
}

func TestECLI(t *testing.T) {
	normal := func(text string) (string, error) {
		c, err := ECLI(text)
		return c.String(), err
	}
	tryAll(t, normal, []numberCase{
		{"ECLI:NL:HR:2012:BV1234", "ECLI:NL:HR:2012:BV1234", ""},
		{"ecli:nl:rbams:2020:1", "ECLI:NL:RBAMS:2020:1", ""},
		{"ECLI:NL:TGZRAMS:2018:29", "ECLI:NL:TGZRAMS:2018:29", ""},
		{"ECLI:NL:OGEABES:2019:11", "ECLI:NL:OGEABES:2019:11", ""},
		{"ECLI:EU:C:2014:317", "ECLI:EU:C:2014:317", ""},
		{"ECLI:DE:BGH:2020:120320UVIZR1.19.0", "ECLI:DE:BGH:2020:120320UVIZR1.19.0", ""},
		{"ECLI:CE:ECHR:2010:0601JUD002297805", "ECLI:CE:ECHR:2010:0601JUD002297805", ""},
		{"ECLI:NL:RBLIN:2025:3105", "", `no Dutch court has the code "RBLIN"; did you mean "RBLIM"`},
		{"ECLI:NL:RBAMS:2020:0123", "", "without leading zero"},
		{"ECLI:NL:RBAMS:2020:A1", "", "two letters and four digits"},
		{"ECLI:NL:RBAMS:20:123", "", `year "20"`},
		{"ECLI:NL:RBAMS:2020", "", "five parts"},
		{"NL:RBAMS:2020:123", "", "five parts"},
		{"ECLI:QX:HR:2012:1", "", `"QX" is no country code`},
		{"ECLI:NLD:HR:2012:1", "", `"NLD" is no country code`},
		{"ECLI:DE:TOOLONGX:2012:1", "", "court code"},
		{"ECLI:DE:1BGH:2012:1", "", "court code"},
		{"ECLI:DE:BGH:2012:12345678901234567890123456", "", "at most 25"},
		{"ECLI:DE:BGH:2012:1-2", "", "at most 25"},
		{"", "", "five parts"},
	})
}

// Whatever the text: no panic, and a normal form is its own normal form.
func FuzzNormalForms(f *testing.F) {
	for _, seed := range []string{"10.1000/182", "doi:10.1000/X", "978-0-306-40615-7", "0-8044-2957-X", "0378-5955", "ECLI:NL:HR:2012:BV1234", "ECLI:EU:C:2014:317", "ECLI::::", "X", "-", "É"} {
		f.Add(seed)
	}
	ecli := func(text string) (string, error) {
		c, err := ECLI(text)
		return c.String(), err
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, parse := range []func(string) (string, error){DOI, ISBN, ISSN, ecli} {
			normal, err := parse(text)
			if err != nil {
				continue
			}
			if again, err := parse(normal); err != nil || again != normal {
				t.Errorf("%q has the normal form %q, which has %q (%v)", text, normal, again, err)
			}
		}
	})
}

// The hint shows what was meant.
func TestNumbersAreMended(t *testing.T) {
	ecli := func(text string) (string, error) { _, err := ECLI(text); return "", err }
	for _, c := range []struct {
		number, want string
		parse        func(string) (string, error)
	}{
		{"doi:10.1000/182", "10.1000/182", DOI},
		{"DOI: 10.1000/182.", "10.1000/182", DOI},
		{"https://doi.org/10.1000/a%3Cb%3E", "10.1000/a<b>", DOI},
		{"https://dx.doi.org/10.1000/182", "10.1000/182", DOI},
		{"{10.1000/182}", "10.1000/182", DOI},
		{`10.1000/a\_b`, "10.1000/a_b", DOI},
		{"10.1000/a&lt;b&gt;", "10.1000/a<b>", DOI},
		{"10.1000/182", "", DOI},
		{"urn:isbn:978-0-306-40615-7", "978-0-306-40615-7", ISBN},
		{"ISBN 978-0-306-40615-7", "978-0-306-40615-7", ISBN},
		{"ISBN-13: 9780306406157", "9780306406157", ISBN},
		{"{978-0-306-40615-7}", "978-0-306-40615-7", ISBN},
		{"ISSN 2049-3630", "2049-3630", ISSN},
		{"978-0-306-40615-8", "", ISBN},
		{"ECLI:NL:HR:2012:BV1234.", "ECLI:NL:HR:2012:BV1234", ecli},
		{"{ECLI:NL:HR:2012:BV1234}", "ECLI:NL:HR:2012:BV1234", ecli},
	} {
		if got := Mended(c.number, c.parse); got != c.want {
			t.Errorf("%q: %q, want %q", c.number, got, c.want)
		}
		if _, err := c.parse(c.number); c.want != "" && err == nil {
			t.Errorf("%q is accepted", c.number)
		}
	}
	for _, doi := range []string{"10.5555/(AB)12(2000)1:1<1::X>3.0.CO;2-#", "10.5555/abc?x=1&y=2", "10.5555/a%2Fb", "10.5555/a{b}c"} {
		if _, err := DOI(doi); err != nil {
			t.Errorf("%q: %v", doi, err)
		}
	}
}
