// Package gateway stands in for foxctl's sign-in gateway.
package gateway

import (
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"standins/run"
)

// Run serves the gateway: sign-in, and for who has signed in the web pod behind it.
func Run(process *run.Process) error {
	if err := run.Require("BETTER_AUTH_URL", "BETTER_AUTH_SECRET"); err != nil {
		return err
	}
	upstream, err := url.Parse(run.Variable("GUI_AUTH_UPSTREAM_URL", "http://127.0.0.1:8090"))
	if err != nil {
		return fmt.Errorf("GUI_AUTH_UPSTREAM_URL: %w", err)
	}
	if err := migrate(); err != nil {
		return fmt.Errorf("database migration failed: %w", err)
	}
	return process.Serve(":"+run.Variable("PORT", "3005"), routes(process, upstream), run.Stop{Grace: 5 * time.Second})
}

// migrate reaches the database that sessions are kept in. A stand-in of Postgres only has to accept connections.
func migrate() error {
	dsn := run.Variable("GUI_AUTH_DATABASE_URL", os.Getenv("FOXCTL_POSTGRES_DSN"))
	if dsn == "" {
		return touch(run.Variable("GUI_AUTH_SQLITE_PATH", "/tmp/gui-auth-gateway.sqlite"))
	}
	address, err := url.Parse(dsn)
	if err != nil {
		// The error would show the password.
		return fmt.Errorf("the connection string is not a URI")
	}
	port := address.Port()
	if port == "" {
		port = "5432"
	}
	connection, err := net.DialTimeout("tcp", net.JoinHostPort(address.Hostname(), port), 5*time.Second)
	if err != nil {
		return err
	}
	return connection.Close()
}

func touch(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return file.Close()
}

func routes(process *run.Process, upstream *url.URL) http.Handler {
	sessions := &sessions{process: process}
	login := run.Variable("GUI_AUTH_LOGIN_PATH", "/login")
	page := filepath.Join(run.Variable("GUI_AUTH_DIST_DIR", "/app/packages/gui-agent/dist"), "index.html")
	mux := http.NewServeMux()
	mux.Handle("GET /healthz", run.Text("ok"))
	mux.HandleFunc("GET /readyz", func(writer http.ResponseWriter, request *http.Request) {
		if _, err := os.Stat(page); err != nil {
			run.Status(http.StatusServiceUnavailable).ServeHTTP(writer, request)
		}
	})
	mux.Handle("GET "+login, run.Text("Sign in"))
	mux.HandleFunc("POST /api/auth/sign-in/magic-link", sessions.askForLink)
	mux.HandleFunc("GET /api/auth/magic-link/verify", sessions.followLink)
	mux.Handle("/api/auth/", run.Status(http.StatusNotFound))
	mux.Handle("/", sessions.required(login, proxy(upstream)))
	return mux
}

// What clients say about who they are is replaced by what the gateway knows.
func proxy(upstream *url.URL) http.Handler {
	return run.Forward(upstream, func(request *http.Request) {
		email := request.Header.Get(emailHeader)
		for name := range request.Header {
			if isIdentity(name) {
				request.Header.Del(name)
			}
		}
		request.Header.Set(emailHeader, email)
	})
}

func isIdentity(header string) bool {
	lower := strings.ToLower(header)
	for _, prefix := range []string{"x-betterauth-", "x-tailscale-", "x-foxctl-"} {
		if strings.HasPrefix(lower, prefix) {
			return true
		}
	}
	return false
}
