package arizuko

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	"standins/run"
)

// Headers by which daemons tell each other who asks; clients cannot.
var identityHeaders = []string{
	"X-User-Sub", "X-User-Name", "X-User-Groups", "X-User-Sig",
	"X-Folder", "X-Group-Name", "X-Chat-Token", "X-Chat-Sig",
}

type proxyd struct {
	database string
	verifier *verifier
	tokens   *tokenSource
	vite     http.Handler
	limit    *rateLimit
}

// Proxyd is the daemon that everybody outside talks to.
func Proxyd(process *run.Process) error {
	if err := loadConfig(); err != nil {
		return err
	}
	database := routdPath(dataFolder())
	content, err := readRoutd(database)
	if err != nil {
		return err
	}
	if err := seedRoutes(database, content); err != nil {
		return err
	}
	vite, err := url.Parse(run.Variable("VITE_ADDR", "http://vited:8080"))
	if err != nil {
		return fmt.Errorf("invalid proxy target: %w", err)
	}
	perMinute, err := strconv.Atoi(run.Variable("CHAT_ANON_DOS_RPM", "10"))
	if err != nil {
		return fmt.Errorf("CHAT_ANON_DOS_RPM: %w", err)
	}
	proxy := &proxyd{
		database: database,
		verifier: newVerifier(),
		tokens:   newTokenSource("proxyd"),
		vite:     run.Forward(vite, nil),
		limit:    newRateLimit(perMinute),
	}
	return process.Serve(portAddress("PROXYD_LISTEN"), proxy.handler(), run.Stop{Grace: 5 * time.Second})
}

// proxyd and dashd take a port only, before which they put a colon unless there is one.
func portAddress(variable string) string {
	return ":" + strings.TrimPrefix(run.Variable(variable, "8080"), ":")
}

// The variable counts only while the table is empty, and its rows are kept before their backends are looked at.
func seedRoutes(database string, content routdContent) error {
	if len(content.ProxydRoutes) > 0 {
		return nil
	}
	routes, err := parseRoutes(os.Getenv("PROXYD_ROUTES_JSON"))
	if err != nil {
		return err
	}
	err = updateRoutd(database, func(content *routdContent) error {
		content.ProxydRoutes = routes
		return nil
	})
	if err != nil {
		return err
	}
	for _, route := range routes {
		if _, err := url.Parse(route.Backend); err != nil {
			return fmt.Errorf("invalid route backend; refusing to boot: path %q: %w", route.Path, err)
		}
	}
	return nil
}

func (proxy *proxyd) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/health", okTrue)
	mux.Handle("GET /openapi.json", run.Text("{\"openapi\":\"3.1.0\"}\n"))
	mux.HandleFunc("/v1/proxyd_routes", proxy.routeTable)
	mux.HandleFunc("/v1/proxyd_routes/{path...}", proxy.routeTable)
	mux.HandleFunc("/auth/", proxy.auth)
	mux.Handle("/priv/", proxy.signedIn(proxy.vite))
	mux.Handle("/pub/", proxy.vite)
	mux.Handle("/pub", http.RedirectHandler("/pub/", http.StatusFound))
	mux.Handle("/{$}", http.RedirectHandler("/pub/", http.StatusFound))
	mux.HandleFunc("/", proxy.byTable)
	run.Metrics(mux)
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		// The table's own interface stands beside what takes these away.
		if !strings.HasPrefix(request.URL.Path, "/v1/proxyd_routes") {
			for _, name := range identityHeaders {
				request.Header.Del(name)
			}
		}
		mux.ServeHTTP(writer, request)
	})
}

func okTrue(writer http.ResponseWriter, _ *http.Request) {
	run.JSON(writer, http.StatusOK, run.Fields{"ok": true})
}

func (proxy *proxyd) auth(writer http.ResponseWriter, request *http.Request) {
	authd, err := url.Parse(os.Getenv("AUTHD_URL"))
	if err != nil || authd.Host == "" {
		http.NotFound(writer, request)
		return
	}
	run.Forward(authd, nil).ServeHTTP(writer, request)
}
