package preview

import (
	"errors"
	"fmt"
	"net"
	"syscall"

	"comwijzer/tools/internal/failure"
)

// listen takes a port on this machine's own addresses only. Taken ports are
// reported with one that is free.
func listen(port int) (net.Listener, error) {
	listener, err := listenLoopback(port)
	if err == nil {
		return listener, nil
	}
	if port == 0 || !errors.Is(err, errTaken) {
		return nil, &failure.Error{Code: failure.ExitEnvironment, Message: fmt.Sprintf("cannot serve on port %d", port), Err: err,
			Hint: "choose another with wijzer serve --port N"}
	}
	for free := port + 1; free < port+100 && free <= 65535; free++ {
		if other, err := listenLoopback(free); err == nil {
			other.Close()
			return nil, failure.Environment(fmt.Sprintf("port %d is free: wijzer serve --port %d", free, free), "port %d is in use", port)
		}
	}
	return nil, failure.Environment("wijzer serve --port 0 picks a free one", "port %d is in use", port)
}

var errTaken = errors.New("in use")

// listenLoopback also looks at the other loopback address: a browser that
// finds another server there would show that one for localhost.
func listenLoopback(port int) (net.Listener, error) {
	listener, err := net.Listen("tcp4", fmt.Sprintf("127.0.0.1:%d", port))
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, errTaken
	}
	if err != nil || port == 0 {
		return listener, err
	}
	other, err := net.Listen("tcp6", fmt.Sprintf("[::1]:%d", port))
	if errors.Is(err, syscall.EADDRINUSE) {
		listener.Close()
		return nil, errTaken
	}
	if err == nil {
		other.Close()
	}
	return listener, nil
}
