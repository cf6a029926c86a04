package toolchain

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"comwijzer/tools/internal/failure"
)

// A server is a web server of Debian, as tests start it: on loopback, in the
// foreground. Its configuration stands in servers/: there and here %[1]s is
// its folder, %[2]s its address and %[3]s the site's folder.
type server struct {
	program  string
	args     []string
	site     string // where the site's configuration goes
	packages []string
	files    []string // what its packages bring, besides program
}

//go:embed servers
var serverFiles embed.FS

var servers = map[string]server{
	"nginx": {program: "/usr/sbin/nginx", args: []string{"-p", "%[1]s", "-c", "%[1]s/main"}, site: "%[1]s/site.conf",
		packages: []string{"nginx", "libnginx-mod-http-brotli-static"}, files: []string{"/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"}},
	"apache": {program: "/usr/sbin/apache2", args: []string{"-X", "-d", "%[1]s", "-f", "%[1]s/main"}, site: "%[3]s/.htaccess", packages: []string{"apache2-bin"}},
	"caddy":  {program: "/usr/bin/caddy", args: []string{"run", "--adapter", "caddyfile", "--config", "%[1]s/main"}, site: "%[1]s/site.conf", packages: []string{"caddy"}},
}

// Serve serves a folder on loopback by a kind of web server (nginx, apache or caddy) as
// configured, until stop is called. It is for tests and measurements.
func Serve(ctx context.Context, kind, root, configuration string) (address string, stop func(), err error) {
	s := servers[kind]
	dir, err := os.MkdirTemp("", kind)
	if err != nil {
		return "", nil, err
	}
	address, err = freeAddress()
	fill := func(text string) string { return fmt.Sprintf(text+"%.0[1]s%.0[2]s%.0[3]s", dir, address, root) }
	main, missing := serverFiles.ReadFile("servers/" + kind + ".conf")
	err = errors.Join(err, missing)
	for name, text := range map[string]string{dir + "/main": fill(string(main)), fill(s.site): configuration} {
		if err == nil {
			err = os.WriteFile(name, []byte(text), 0o644)
		}
	}
	if err != nil {
		return "", nil, err
	}
	var args []string
	for _, a := range s.args {
		args = append(args, fill(a))
	}
	ctx, cancel := context.WithCancel(ctx)
	cmd := tool(ctx, dir, s.program, args...)
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir)
	var said strings.Builder
	cmd.Stderr = &said
	ended := make(chan error, 1)
	if err = cmd.Start(); err != nil {
		cancel()
		return "", nil, failure.Environment("apt-get install "+strings.Join(s.packages, " "), "%s does not start: %v", kind, err)
	}
	go func() { ended <- cmd.Wait() }()
	stop = func() { cancel(); <-ended; os.RemoveAll(dir) }
	if !answers(address, ended) {
		stop()
		return "", nil, failure.Environment("look at what it says", "%s ended: %s", filepath.Base(s.program), said.String())
	}
	return "http://" + address, stop, nil
}

// answers waits until a server answers or has ended.
func answers(address string, ended chan error) bool {
	for {
		select {
		case err := <-ended:
			ended <- err
			return false
		default:
		}
		if answer, err := http.Get("http://" + address + "/"); err == nil {
			answer.Body.Close()
			return true
		}
	}
}

func freeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	return listener.Addr().String(), nil
}
