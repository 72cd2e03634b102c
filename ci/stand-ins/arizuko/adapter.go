package arizuko

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"standins/jsonfile"
	"standins/run"
)

const (
	heartbeat = 3 * time.Minute
	// A credential with this word in it is one that the platform does not accept. It stands for real platforms, which
	// tests cannot reach.
	refusedWord = "refused"
)

// Adapter connects a platform: it registers at routd, and only then signs in there.
func Adapter(process *run.Process) error {
	kind := adapters[process.Name]
	if err := kind.check(); err != nil {
		return err
	}
	if err := run.Require("ROUTER_URL", "AUTHD_URL", "AUTHD_SERVICE_KEY"); err != nil {
		return err
	}
	name := run.Variable("CHANNEL_NAME", kind.channel)
	registered := &registrar{
		router: os.Getenv("ROUTER_URL"),
		tokens: newTokenSource(run.Variable("AUTHD_SERVICE_NAME", name)),
		channel: channel{
			Name: name, URL: run.Variable("LISTEN_URL", kind.url), Prefixes: []string{kind.prefix},
		},
	}
	if err := registered.register(); err != nil {
		return fmt.Errorf("router registration failed: %w", err)
	}
	go keepRegistered(process, registered)
	// From here on a failure leaves the channel registered until routd misses it.
	err := kind.signIn()
	if err != nil && kind.waitsForPlatform {
		process.Record("warning", run.Fields{"message": err.Error()})
	} else if err != nil {
		return fmt.Errorf("adapter start failed: %w", err)
	}
	if err := kind.resume(process, name); err != nil {
		return fmt.Errorf("adapter start failed: %w", err)
	}
	stop := run.Stop{First: registered.deregister, Grace: 10 * time.Second}
	return process.Serve(run.Variable("LISTEN_ADDR", kind.listen), adapterHandler(process, name), stop)
}

func (kind adapter) check() error {
	for _, variable := range kind.required {
		if err := run.Require(variable.name); err != nil {
			return err
		}
		if !variable.looks.MatchString(os.Getenv(variable.name)) {
			return fmt.Errorf("%s does not look like one: want %s", variable.name, variable.looks)
		}
	}
	if len(kind.oneOf) == 0 {
		return nil
	}
	for _, name := range kind.oneOf {
		if os.Getenv(name) != "" {
			return nil
		}
	}
	return fmt.Errorf("%s env required", strings.Join(kind.oneOf, " or "))
}

func keepRegistered(process *run.Process, registered *registrar) {
	for {
		select {
		case <-process.Stopping.Done():
			return
		case <-time.After(heartbeat):
		}
		if err := registered.register(); err != nil {
			process.Record("warning", run.Fields{"message": "channel heartbeat failed: " + err.Error()})
		}
	}
}

func (kind adapter) signIn() error {
	names := slices.Clone(kind.oneOf)
	for _, variable := range kind.required {
		names = append(names, variable.name)
	}
	for _, name := range names {
		if strings.Contains(os.Getenv(name), refusedWord) {
			return errors.New("the platform does not accept " + name)
		}
	}
	if kind.platform == "" {
		return nil
	}
	return reach(run.Variable(kind.platform, kind.platformDefault))
}

func reach(address string) error {
	parsed, err := url.Parse(address)
	if err != nil {
		return err
	}
	port := parsed.Port()
	if port == "" {
		port = parsed.Scheme
	}
	connection, err := net.DialTimeout("tcp", net.JoinHostPort(parsed.Hostname(), port), 5*time.Second)
	if err != nil {
		return err
	}
	return connection.Close()
}

// position is how far an adapter has come; here, how often it was started.
type position struct {
	Starts int `json:"starts"`
}

// resume goes on from the state that an earlier start has left.
func (kind adapter) resume(process *run.Process, name string) error {
	if kind.state == "" {
		return nil
	}
	folder := dataFolder()
	if kind.makesFolder {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
	}
	path := filepath.Join(folder, strings.ReplaceAll(kind.state, "{name}", name))
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	file.Close()
	return jsonfile.Update(path, func(content *position) error {
		content.Starts++
		process.Record("state", run.Fields{"path": path, "starts": content.Starts})
		return nil
	})
}

func adapterHandler(process *run.Process, name string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(writer http.ResponseWriter, _ *http.Request) {
		run.JSON(writer, http.StatusOK, run.Fields{"status": "ok", "name": name})
	})
	mux.HandleFunc("POST /send", func(writer http.ResponseWriter, request *http.Request) {
		process.Record("received", run.Fields{"agent": request.UserAgent()})
		okTrue(writer, request)
	})
	if process.Name == "slakd" {
		mux.HandleFunc("POST /slack/events", slackEvent)
	}
	return mux
}

// Slack signs what it sends.
func slackEvent(writer http.ResponseWriter, request *http.Request) {
	if request.Header.Get("X-Slack-Signature") == "" || request.Header.Get("X-Slack-Request-Timestamp") == "" {
		run.Status(http.StatusUnauthorized).ServeHTTP(writer, request)
		return
	}
	okTrue(writer, request)
}
