// Package docker stands in for Docker: an engine that runs nothing but knows what it was asked to, and its client.
package docker

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strconv"
	"sync"
	"time"

	"standins/run"
)

const defaultHost = "unix:///var/run/docker.sock"

// Engine is dockerd, which runs containers for as long as their input says.
func Engine(process *run.Process) error {
	arguments := process.Arguments
	// dockerd-entrypoint.sh takes the program's name first, or flags only.
	if len(arguments) > 0 && arguments[0] == "dockerd" {
		arguments = arguments[1:]
	}
	flags := flag.NewFlagSet("dockerd", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	host := flags.String("host", defaultHost, "")
	flags.StringVar(host, "H", defaultHost, "")
	group := flags.Int("group", 0, "")
	data := flags.String("data-root", "/var/lib/docker", "")
	for _, name := range []string{"mtu", "bip", "storage-driver", "log-level", "registry-mirror"} {
		flags.String(name, "", "")
	}
	for _, name := range []string{"iptables", "ip-forward", "ip-masq", "icc"} {
		flags.Bool(name, true, "")
	}
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if !run.IsWritable(*data) {
		return fmt.Errorf("failed to start daemon: %s is not writable", *data)
	}
	listener, err := listen(*host, *group)
	if err != nil {
		return err
	}
	engine := &engine{process: process, names: map[string]bool{}}
	mux := http.NewServeMux()
	mux.Handle("GET /info", run.Text("Server Version: stand-in\n"))
	mux.HandleFunc("GET /containers", engine.list)
	mux.HandleFunc("POST /containers", engine.run)
	return process.ServeOn(listener, mux, run.Stop{Grace: 10 * time.Second})
}

func listen(host string, group int) (net.Listener, error) {
	address, err := url.Parse(host)
	if err != nil {
		return nil, err
	}
	if address.Scheme != "unix" {
		return net.Listen("tcp", address.Host)
	}
	// Left behind by an engine that was killed.
	_ = os.Remove(address.Path)
	listener, err := net.Listen("unix", address.Path)
	if err != nil {
		return nil, err
	}
	if err := os.Chown(address.Path, -1, group); err != nil {
		return nil, err
	}
	return listener, os.Chmod(address.Path, 0o660)
}

// container is what `docker run` asks for.
type container struct {
	Name    string            `json:"name"`
	Image   string            `json:"image"`
	Sources []string          `json:"sources"`
	Options map[string]string `json:"options"`
	Input   string            `json:"input"`
}

type engine struct {
	process *run.Process
	mutex   sync.Mutex
	names   map[string]bool
}

func (engine *engine) list(writer http.ResponseWriter, _ *http.Request) {
	engine.mutex.Lock()
	defer engine.mutex.Unlock()
	for name := range engine.names {
		fmt.Fprintln(writer, name)
	}
}

// A container's input may say how long it runs and how it ends: "run 3s", "exit 125".
var (
	runs  = regexp.MustCompile(`run (\d+m?s)`)
	exits = regexp.MustCompile(`exit (\d+)`)
)

func (engine *engine) run(writer http.ResponseWriter, request *http.Request) {
	var asked container
	if err := json.NewDecoder(request.Body).Decode(&asked); err != nil {
		http.Error(writer, err.Error(), http.StatusBadRequest)
		return
	}
	engine.process.Record("run", run.Fields{
		"name": asked.Name, "image": asked.Image, "mounts": sourceStates(asked.Sources), "options": asked.Options,
	})
	engine.mark(asked.Name, true)
	defer engine.mark(asked.Name, false)
	if found := runs.FindStringSubmatch(asked.Input); found != nil {
		if length, err := time.ParseDuration(found[1]); err == nil {
			time.Sleep(length)
		}
	}
	code := 0
	if found := exits.FindStringSubmatch(asked.Input); found != nil {
		code, _ = strconv.Atoi(found[1])
	}
	engine.process.Record("ran", run.Fields{"name": asked.Name, "code": code})
	run.JSON(writer, http.StatusOK, code)
}

func (engine *engine) mark(name string, isRunning bool) {
	engine.mutex.Lock()
	defer engine.mutex.Unlock()
	if isRunning {
		engine.names[name] = true
	} else {
		delete(engine.names, name)
	}
}

// The engine sees sources with its own eyes, and would make those that are missing, as root's.
func sourceStates(sources []string) map[string]string {
	states := map[string]string{}
	for _, source := range sources {
		states[source] = "there"
		if _, err := os.Stat(source); err != nil {
			states[source] = "missing"
		}
	}
	return states
}
