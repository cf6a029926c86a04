package toolchain

import (
	"fmt"
	"strings"
	"testing"
)

const pdf = `%%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length %d>> stream
%s
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
`

func TestPDFPages(t *testing.T) {
	const text = "BT /F 12 Tf 72 700 Td (Words on a page) Tj ET"
	pages, err := PDFPages(t.Context(), fmt.Appendf(nil, pdf, len(text), text))
	if err != nil || len(pages) != 2 || strings.TrimSpace(pages[1]) != "Words on a page" {
		t.Errorf("%q, %v (make test installs poppler-utils)", pages, err)
	}
	if _, err := PDFPages(t.Context(), []byte("%PDF-1.4 that is none")); err == nil {
		t.Error("read what is no PDF")
	}
}
