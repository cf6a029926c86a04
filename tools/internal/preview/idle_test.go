package preview

import (
	"errors"
	"io"
	"net"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

// pipes is a listener whose connections are in memory, so that time can be moved.
type pipes chan net.Conn

func (p pipes) Accept() (net.Conn, error) {
	if conn, ok := <-p; ok {
		return conn, nil
	}
	return nil, net.ErrClosed
}
func (p pipes) Close() error   { return nil }
func (p pipes) Addr() net.Addr { return &net.TCPAddr{} }

func TestIdleConnectionsAreClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := newServer(t.Context(), http.NotFoundHandler())
		listener := make(pipes)
		go server.Serve(listener)
		ours, theirs := net.Pipe()
		listener <- theirs
		go io.WriteString(ours, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
		if _, err := ours.Read(make([]byte, 4096)); err != nil {
			t.Fatal(err)
		}
		go io.Copy(io.Discard, ours)
		time.Sleep(2 * time.Minute)
		synctest.Wait()
		if _, err := ours.Write([]byte("GET")); !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("still open: %v", err)
		}
		close(listener)
		server.Close()
	})
}
