package host

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/user"
	"path/filepath"
	"time"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
	"golang.org/x/crypto/ssh/knownhosts"

	"comwijzer/tools/internal/failure"
)

// How long a host may be silent, and how often it is asked whether it is there.
const (
	silence = 60 * time.Second
	asking  = 15 * time.Second
)

// dial connects to the host of u with the keys that ssh would use.
func dial(ctx context.Context, u *url.URL) (*ssh.Client, error) {
	address := net.JoinHostPort(u.Hostname(), cmp.Or(u.Port(), "22"))
	known, err := knownHosts()
	if err != nil {
		return nil, err
	}
	keys, closeAgent, err := signers()
	if err != nil {
		return nil, err
	}
	defer closeAgent()
	var shown ssh.PublicKey
	config := &ssh.ClientConfig{
		User: cmp.Or(u.User.Username(), userName()), Timeout: silence,
		Auth:              []ssh.AuthMethod{ssh.PublicKeys(keys...)},
		HostKeyAlgorithms: algorithms(known, address),
		HostKeyCallback: func(host string, remote net.Addr, key ssh.PublicKey) error {
			shown = key
			return known(host, remote, key)
		},
	}
	plain, err := (&net.Dialer{Timeout: silence}).DialContext(ctx, "tcp", address)
	if err != nil {
		return nil, failure.Environment("look at the name and the port, and whether the host is up", "no connection with %s: %v", address, err)
	}
	connection, channels, requests, err := ssh.NewClientConn(patient{plain}, address, config)
	if err != nil {
		plain.Close()
		return nil, refusal(address, config.User, shown, err)
	}
	client := ssh.NewClient(connection, channels, requests)
	go keepAlive(client)
	return client, nil
}

func userName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

// refusal explains why a host, which showed a key, and we do not get on.
func refusal(address, user string, shown ssh.PublicKey, err error) error {
	var key *knownhosts.KeyError
	switch {
	case errors.As(err, &key) && len(key.Want) > 0:
		return failure.Environment("ask who keeps the host whether its key was changed. If so: ssh-keygen -R "+knownhosts.Normalize(address)+", and ssh to it once",
			"the key of %s is not the one in known_hosts: somebody may be in between", address)
	case errors.As(err, &key):
		return failure.Environment(fmt.Sprintf("ask its keeper whether the fingerprint of its key is %s. If so, add this line to ~/.ssh/known_hosts: %s",
			ssh.FingerprintSHA256(shown), knownhosts.Line([]string{address}, shown)), "the host %s is not in known_hosts", address)
	}
	return failure.Environment("look whether ssh gets in: a key in the agent or in ~/.ssh (one with a passphrase only by way of the agent) must be in the host's authorized_keys",
		"%s does not let %q in: %v", address, user, err)
}

// home returns a file of ssh.
func home(name string) string {
	dir, _ := os.UserHomeDir()
	return filepath.Join(dir, ".ssh", name)
}

func knownHosts() (ssh.HostKeyCallback, error) {
	var files []string
	for _, file := range []string{home("known_hosts"), "/etc/ssh/ssh_known_hosts"} {
		if _, err := os.Stat(file); err == nil {
			files = append(files, file)
		}
	}
	known, err := knownhosts.New(files...)
	return known, failure.File("reading known_hosts", err)
}

// algorithms are those of the keys that we know of a host: it might offer
// another first. None means all.
func algorithms(known ssh.HostKeyCallback, address string) (names []string) {
	var key *knownhosts.KeyError
	if errors.As(known(address, &net.TCPAddr{}, nobody{}), &key) {
		for _, want := range key.Want {
			if want.Key.Type() == ssh.KeyAlgoRSA {
				names = append(names, ssh.KeyAlgoRSASHA512, ssh.KeyAlgoRSASHA256)
				continue
			}
			names = append(names, want.Key.Type())
		}
	}
	return names
}

// nobody is the key of no host.
type nobody struct{ ssh.PublicKey }

func (nobody) Type() string    { return "none" }
func (nobody) Marshal() []byte { return []byte("none") }

// signers are the keys of the agent, and those in files without a passphrase.
func signers() (keys []ssh.Signer, done func(), err error) {
	done = func() {}
	if socket := os.Getenv("SSH_AUTH_SOCK"); socket != "" {
		if connection, err := net.Dial("unix", socket); err == nil {
			keys, _ = agent.NewClient(connection).Signers()
			done = func() { connection.Close() }
		}
	}
	for _, name := range []string{"id_ed25519", "id_ecdsa", "id_rsa"} {
		text, _ := os.ReadFile(home(name))
		if key, err := ssh.ParsePrivateKey(text); err == nil {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		done()
		return nil, done, failure.Environment("ssh-add a key, or make one with ssh-keygen -t ed25519: password logins are not used", "no key for SSH: none in the agent, and none without passphrase in ~/.ssh")
	}
	return keys, done, nil
}

// patient is a connection on which a host may be silent for so long.
type patient struct{ net.Conn }

func (p patient) Read(b []byte) (int, error) {
	p.SetReadDeadline(time.Now().Add(silence))
	return p.Conn.Read(b)
}

func (p patient) Write(b []byte) (int, error) {
	p.SetWriteDeadline(time.Now().Add(silence))
	return p.Conn.Write(b)
}

// keepAlive asks the host now and then for a sign of life.
func keepAlive(client *ssh.Client) {
	for {
		time.Sleep(asking)
		if _, _, err := client.SendRequest("keepalive@openssh.com", true, nil); err != nil {
			return
		}
	}
}
