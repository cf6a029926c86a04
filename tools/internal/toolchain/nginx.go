package toolchain

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"comwijzer/tools/internal/failure"
)

// What Debian has of nginx.
const (
	nginxProgram = "/usr/sbin/nginx"
	nginxBrotli  = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
)

// nginxMain is the configuration around the one of a site: one process, on loopback.
const nginxMain = `daemon off; master_process off; pid %[1]s/pid; error_log stderr;
load_module ` + nginxBrotli + `;
events { worker_connections 1024; }
http {
	access_log off; sendfile on; keepalive_requests 100000; client_body_temp_path %[1]s/b; proxy_temp_path %[1]s/p;
	fastcgi_temp_path %[1]s/f; uwsgi_temp_path %[1]s/u; scgi_temp_path %[1]s/s;
	server { listen %[2]s; root %[3]s; include %[1]s/site.conf; }
}
`

// ServeNginx serves a folder on loopback as configured, until stop is called. It is
// for tests and measurements.
func ServeNginx(ctx context.Context, root, configuration string) (address string, stop func(), err error) {
	dir, err := os.MkdirTemp("", "nginx")
	if err != nil {
		return "", nil, err
	}
	address, err = freeAddress()
	main := fmt.Sprintf(nginxMain, dir, address, root)
	for name, text := range map[string]string{"nginx.conf": main, "site.conf": configuration} {
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644)
		}
	}
	if err != nil {
		return "", nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	cmd := exec.CommandContext(ctx, nginxProgram, "-p", dir, "-c", filepath.Join(dir, "nginx.conf"))
	var said strings.Builder
	cmd.Stderr = &said
	ended := make(chan error, 1)
	if err = cmd.Start(); err != nil {
		cancel()
		return "", nil, failure.Environment("apt-get install "+strings.Join(nginxPackages, " "), "nginx does not start: %v", err)
	}
	go func() { ended <- cmd.Wait() }()
	stop = func() { cancel(); <-ended; os.RemoveAll(dir) }
	if !answers(address, ended) {
		stop()
		return "", nil, failure.Environment("look at what it says", "nginx ended: %s", said.String())
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
