package arizuko

import (
	"encoding/json"
	"errors"
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
	"X-User-Sub", "X-User-Name", "X-User-Groups", "X-User-Sig", "X-Folder", "X-Group-Name", "X-Chat-Token", "X-Chat-Sig",
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

func (proxy *proxyd) byTable(writer http.ResponseWriter, request *http.Request) {
	content, err := readRoutd(proxy.database)
	if err != nil {
		http.Error(writer, err.Error(), http.StatusInternalServerError)
		return
	}
	route := matchRoute(content.ProxydRoutes, request.URL.Path)
	switch {
	case route == nil && (request.URL.Path == "/dav" || strings.HasPrefix(request.URL.Path, "/dav/")):
		http.Error(writer, "WebDAV not configured", http.StatusNotFound)
	case route == nil:
		http.Redirect(writer, request, "/pub"+request.URL.Path, http.StatusFound)
	case route.RedirectTo != "":
		http.Redirect(writer, request, route.RedirectTo, http.StatusFound)
	default:
		proxy.forwardRoute(*route, content, writer, request)
	}
}

func (proxy *proxyd) forwardRoute(route route, content routdContent, writer http.ResponseWriter, request *http.Request) {
	backend, err := url.Parse(route.Backend)
	if err != nil {
		http.NotFound(writer, request)
		return
	}
	handler := run.Forward(backend, nil)
	if route.StripPrefix {
		handler = http.StripPrefix(strings.TrimSuffix(route.Path, "/"), handler)
	}
	switch {
	case route.Path == "/chat/" || route.Path == "/hook/":
		proxy.byToken(handler, content, writer, request)
	case route.Auth == "public":
		handler.ServeHTTP(writer, request)
	default:
		proxy.signedIn(handler).ServeHTTP(writer, request)
	}
}

// byToken serves chats and webhooks: whoever has not signed in shares a limit with all from the same address.
func (proxy *proxyd) byToken(next http.Handler, content routdContent, writer http.ResponseWriter, request *http.Request) {
	if !proxy.identify(request) && !proxy.limit.allows(peer(request)) {
		http.Error(writer, "rate limit exceeded", http.StatusTooManyRequests)
		return
	}
	token, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(request.URL.Path, "/chat/"), "/hook/"), "/")
	if found, isKnown := content.Tokens[digest(token)]; isKnown {
		request.Header.Set("X-Folder", found.Folder)
		request.Header.Set("X-Chat-Token", token)
	}
	next.ServeHTTP(writer, request)
}

// signedIn sends who has not signed in to do so. Without AUTH_SECRET nobody can have.
func (proxy *proxyd) signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		switch {
		case os.Getenv("AUTH_SECRET") == "":
			http.NotFound(writer, request)
		case proxy.identify(request):
			next.ServeHTTP(writer, request)
		default:
			toLogin.ServeHTTP(writer, request)
		}
	})
}

// identify writes on the request who sends it, and proves it by proxyd's own token.
func (proxy *proxyd) identify(request *http.Request) bool {
	if proxy.verifier == nil {
		return false
	}
	caller, err := proxy.verifier.verify(request)
	if err != nil {
		return false
	}
	content, err := readRoutd(proxy.database)
	if err != nil {
		return false
	}
	groups, err := json.Marshal(content.patternsOf(strings.TrimPrefix(caller.Subject, "user:")))
	if err != nil {
		return false
	}
	request.Header.Set("X-User-Sub", caller.Subject)
	request.Header.Set("X-User-Groups", string(groups))
	request.Header.Del("Authorization")
	// Without a token the daemon behind refuses.
	_ = proxy.tokens.sign(request)
	return true
}

// routeTable is the table's own interface. Without AUTHD_URL it believes whoever names an operator.
func (proxy *proxyd) routeTable(writer http.ResponseWriter, request *http.Request) {
	subject := request.Header.Get("X-User-Sub")
	if proxy.verifier != nil {
		subject = ""
		if caller, err := proxy.verifier.verify(request); err == nil {
			subject = strings.TrimPrefix(caller.Subject, "user:")
		}
	}
	content, err := readRoutd(proxy.database)
	switch {
	case err != nil:
		http.Error(writer, err.Error(), http.StatusInternalServerError)
		return
	case subject == "":
		run.JSON(writer, http.StatusUnauthorized, run.Fields{"error": "unauthorized"})
		return
	case len(content.patternsOf(subject)) == 0:
		run.JSON(writer, http.StatusForbidden, run.Fields{"error": "forbidden"})
		return
	}
	if request.Method == http.MethodGet {
		run.JSON(writer, http.StatusOK, content.ProxydRoutes)
		return
	}
	status, err := proxy.changeTable(request)
	if err != nil {
		http.Error(writer, err.Error(), http.StatusBadRequest)
		return
	}
	writer.WriteHeader(status)
}

func (proxy *proxyd) changeTable(request *http.Request) (int, error) {
	switch request.Method {
	case http.MethodPost:
		var added route
		if err := json.NewDecoder(request.Body).Decode(&added); err != nil {
			return 0, err
		}
		return http.StatusCreated, updateRoutd(proxy.database, func(content *routdContent) error {
			content.putRoute(added)
			return nil
		})
	case http.MethodDelete:
		return http.StatusNoContent, updateRoutd(proxy.database, func(content *routdContent) error {
			if !content.deleteRoute("/" + request.PathValue("path")) {
				return errors.New("no such route")
			}
			return nil
		})
	default:
		return http.StatusMethodNotAllowed, nil
	}
}
