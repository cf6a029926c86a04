package host

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"comwijzer/tools/internal/failure"
)

const sshd = "/usr/sbin/sshd"

// A sshHost is the OpenSSH of this machine, on loopback, for who runs the test.
type sshHost struct {
	t        *testing.T
	config   string
	listener net.Listener
	cut      chan int64 // how many bytes the next connection may bring; none: all
}

func startSSH(t *testing.T, options ...string) *sshHost {
	t.Helper()
	if _, err := os.Stat(sshd); err != nil {
		t.Fatal("openssh-server is missing: make test installs it, or go run ./tools/wijzer doctor --install")
	}
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("SSH_AUTH_SOCK", "")
	os.Mkdir(filepath.Join(dir, ".ssh"), 0o700)
	hostKey := writeKey(t, filepath.Join(dir, "host_key"))
	userKey := writeKey(t, home("id_ed25519"))
	put(t, filepath.Join(dir, "authorized_keys"), string(ssh.MarshalAuthorizedKey(userKey)))
	h := &sshHost{t: t, config: filepath.Join(dir, "sshd_config"), cut: make(chan int64, 1)}
	put(t, h.config, strings.Join(append([]string{"HostKey " + dir + "/host_key", "AuthorizedKeysFile " + dir + "/authorized_keys",
		"StrictModes no", "UsePAM no", "PasswordAuthentication no", "PidFile none"}, options...), "\n")+"\n")
	if os.Geteuid() == 0 {
		os.Mkdir("/run/sshd", 0o755) // what the service makes; without it sshd does not start as root
	}
	var err error
	if h.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.listener.Close() })
	put(t, home("known_hosts"), knownhosts.Line([]string{h.listener.Addr().String()}, hostKey)+"\n")
	go h.serve()
	return h
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func writeKey(t *testing.T, name string) ssh.PublicKey {
	t.Helper()
	public, private, _ := ed25519.GenerateKey(rand.Reader)
	block, err := ssh.MarshalPrivateKey(private, "")
	if err != nil {
		t.Fatal(err)
	}
	put(t, name, string(pem.EncodeToMemory(block)))
	key, err := ssh.NewPublicKey(public)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// serve starts an sshd for each connection.
func (h *sshHost) serve() {
	for {
		client, err := h.listener.Accept()
		if err != nil {
			return
		}
		go h.connect(client)
	}
}

// connect passes on what goes between, until as much came as may.
func (h *sshHost) connect(client net.Conn) {
	defer client.Close()
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return
	}
	defer inner.Close()
	server, err := net.Dial("tcp", inner.Addr().String())
	if err != nil {
		return
	}
	defer server.Close()
	its, err := inner.Accept()
	if err != nil {
		return
	}
	socket, _ := its.(*net.TCPConn).File()
	its.Close()
	cmd := exec.Command(sshd, "-i", "-e", "-f", h.config)
	cmd.Stdin, cmd.Stdout = socket, socket
	if cmd.Start() != nil {
		return
	}
	socket.Close()
	go func() { io.Copy(client, server); client.Close() }()
	select {
	case bytes := <-h.cut:
		io.CopyN(server, client, bytes)
	default:
		io.Copy(server, client)
	}
	server.Close()
	client.Close()
	cmd.Wait()
}

func (h *sshHost) target(dir string) string {
	u, _ := user.Current()
	return fmt.Sprintf("sftp://%s@%s%s", u.Username, h.listener.Addr(), dir)
}

func TestSFTP(t *testing.T) {
	h := startSSH(t, "Subsystem sftp internal-sftp")
	dir := filepath.Join(t.TempDir(), "site")
	target := open(t, h.target(dir))
	published(t, target, oldSite)
	before, _ := os.Stat(filepath.Join(dir, "current/a/index.html"))
	if before.Mode().Perm() != 0o644 {
		t.Errorf("a web server cannot read pages: %v", before.Mode())
	}
	if r := published(t, target, newSite); r.Sent != int64(len("new"+"new style"+"added"+"new index")) {
		t.Errorf("sent %d bytes", r.Sent)
	}
	after, _ := os.Stat(filepath.Join(dir, "current/a/index.html"))
	if !os.SameFile(before, after) {
		t.Error("an unchanged file travelled or was copied")
	}
	isOf(t, answers(t, dir), newSite)
	if _, err := take(t.Context(), target, Publisher{Token: "theirs", Who: "anna"}, false); err != nil {
		t.Fatal(err)
	}
	if _, err := Rollback(t.Context(), target, 0, us); err == nil || !strings.Contains(err.Error(), "anna is publishing") {
		t.Errorf("two at a time: %v", err)
	}
	over := us
	over.TakeOver = true
	if _, err := Rollback(t.Context(), target, 0, over); err != nil {
		t.Fatal(err)
	}
	isOf(t, answers(t, dir), oldSite)
	tidy(t, dir)
}

// A connection that ends after any number of bytes leaves a whole release, and the
// next run goes on.
func TestSFTPCutOff(t *testing.T) {
	h := startSSH(t, "Subsystem sftp internal-sftp")
	step := int64(2500)
	if *trial {
		step = 100
	}
	for bytes := step; ; bytes += step {
		dir := filepath.Join(t.TempDir(), "site")
		published(t, tree{unsettled{folder(dir)}}, oldSite)
		h.cut <- bytes
		target, err := Open(t.Context(), h.target(dir))
		if err == nil {
			_, err = Publish(t.Context(), target, newSite, us)
			target.Close()
		}
		isOf(t, answers(t, dir), oldSite, newSite)
		published(t, tree{unsettled{folder(dir)}}, newSite)
		isOf(t, answers(t, dir), newSite)
		tidy(t, dir)
		if err == nil {
			return
		}
	}
}

func TestSFTPRefusals(t *testing.T) {
	h := startSSH(t, "Subsystem sftp internal-sftp -R") // which may only read
	dir := filepath.Join(t.TempDir(), "site")
	published(t, open(t, dir), oldSite)
	if _, err := Open(t.Context(), h.target(dir)); err == nil || !strings.Contains(err.Error(), "lets nobody write") {
		t.Errorf("without the right to write: %v", err)
	}
	isOf(t, answers(t, dir), oldSite)

	known, _ := os.ReadFile(home("known_hosts"))
	address := h.listener.Addr().String()
	other := writeKey(t, filepath.Join(t.TempDir(), "other"))
	for said, prepare := range map[string]func(){
		"is not in known_hosts":                 func() { put(t, home("known_hosts"), "") },
		"is not the one in known_hosts":         func() { put(t, home("known_hosts"), knownhosts.Line([]string{address}, other)+"\n") },
		"no key for SSH":                        func() { os.Rename(home("id_ed25519"), home("elsewhere")) },
		"does not let":                          func() { writeKey(t, home("id_ed25519")) },
		"a password in the address of a target": func() { address = "we:secret@" + address },
	} {
		put(t, home("known_hosts"), string(known))
		os.Rename(home("elsewhere"), home("id_ed25519"))
		prepare()
		_, err := Open(t.Context(), "sftp://"+address+dir)
		if err == nil || !strings.Contains(err.Error(), said) || strings.Contains(err.Error(), "secret") {
			t.Errorf("want %q: %v", said, err)
		}
		address = h.listener.Addr().String()
	}
}

// The line that a host which is not known is to get in known_hosts is told.
func TestUnknownHost(t *testing.T) {
	h := startSSH(t, "Subsystem sftp internal-sftp")
	put(t, home("known_hosts"), "")
	address := h.target(filepath.Join(t.TempDir(), "site"))
	_, err := Open(t.Context(), address)
	var told *failure.Error
	if !errors.As(err, &told) {
		t.Fatalf("an unknown host: %v", err)
	}
	_, line, _ := strings.Cut(told.Hint, "known_hosts: ")
	put(t, home("known_hosts"), line+"\n")
	open(t, address)
}
