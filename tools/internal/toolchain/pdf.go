package toolchain

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os/exec"
	"strings"
	"time"
)

// Bounds on reading one PDF: nobody vouches for what comes from outside.
const (
	pdfTime = time.Minute
	pdfText = 32 << 20
)

// HasPDF reports whether this machine can read PDF.
func HasPDF() bool {
	_, err := exec.LookPath("pdftotext")
	return err == nil
}

// PDFPages returns the text of the pages of a PDF, read by poppler.
func PDFPages(ctx context.Context, src []byte) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, pdfTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, "pdftotext", "-q", "-enc", "UTF-8", "-", "-")
	cmd.Env = []string{}
	cmd.Stdin = bytes.NewReader(src)
	defer endWithUs(cmd)()
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(out, pdfText))
	if len(text) == pdfText {
		cancel()
	}
	if errors.Join(err, cmd.Wait()) != nil {
		return nil, errors.New("pdftotext cannot read it, or not within bounds")
	}
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f"), nil
}
