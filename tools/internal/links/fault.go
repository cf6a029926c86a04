package links

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"
)

// A fault is why no answer came. Its reason is in words of our own, the
// same on every day: what servers and libraries say may hold anything.
type fault struct {
	reason    string
	transient bool // asking again may help
	early     bool // before anything was asked: another method makes no difference
}

func (f *fault) Error() string { return f.reason }

// faultOf explains an error of a request.
func faultOf(err error) *fault {
	if f, ok := errors.AsType[*fault](err); ok {
		return f
	}
	if errors.Is(err, errForbidden) {
		return &fault{reason: "leads to a loopback, private or reserved address", early: true}
	}
	if f, ok := errors.AsType[*net.DNSError](err); ok {
		return nameFault(f)
	}
	if f := tlsFault(err); f != nil {
		return f
	}
	if n, ok := errors.AsType[net.Error](err); errors.Is(err, context.DeadlineExceeded) || ok && n.Timeout() {
		return &fault{reason: "timeout", transient: true}
	}
	return socketFault(err)
}

func nameFault(err *net.DNSError) *fault {
	switch {
	case err.IsNotFound:
		return &fault{reason: "dns: no such host", early: true}
	case err.IsTimeout:
		return &fault{reason: "dns: timeout", early: true, transient: true}
	}
	return &fault{reason: "dns: the name server fails", early: true, transient: true}
}

// tlsFault returns nil for an error that is not about TLS.
func tlsFault(err error) *fault {
	early := func(reason string) *fault { return &fault{reason: "tls: " + reason, early: true} }
	if invalid, ok := errors.AsType[x509.CertificateInvalidError](err); ok && invalid.Reason == x509.Expired {
		return early("the certificate has expired or does not hold yet")
	}
	if _, ok := errors.AsType[x509.HostnameError](err); ok {
		return early("the certificate is for another host")
	}
	if _, ok := errors.AsType[x509.UnknownAuthorityError](err); ok {
		return early("nobody we trust vouches for the certificate")
	}
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return early("the certificate is not valid")
	}
	text := err.Error()
	if strings.Contains(text, "tls: ") || strings.Contains(text, "TLS handshake") || strings.Contains(text, "HTTP response to HTTPS") {
		return early("no agreement on a secure connection")
	}
	return nil
}

// socketFault explains what befell the connection. The HTTP library gives
// most of its errors no type.
func socketFault(err error) *fault {
	text := err.Error()
	switch {
	case errors.Is(err, syscall.ECONNREFUSED):
		return &fault{reason: "connection refused", transient: true, early: true}
	case errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETUNREACH):
		return &fault{reason: "no route to the host", transient: true, early: true}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET),
		errors.Is(err, syscall.EPIPE), strings.Contains(text, "closed"):
		return &fault{reason: "the connection was broken off", transient: true}
	case strings.Contains(text, "headers exceeded"), strings.Contains(text, "too many 1xx"):
		return &fault{reason: "the headers are too large"}
	}
	return &fault{reason: "the answer is not understandable"}
}
