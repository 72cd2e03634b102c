package arizuko

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"standins/run"
)

type webd struct {
	process *run.Process
	router  string
	tokens  *tokenSource
}

// Webd serves web chats and webhooks. It registers at routd once, and ends if it cannot.
func Webd(process *run.Process) error {
	if err := loadConfig(); err != nil {
		return err
	}
	if _, err := readRoutd(routdPath(dataFolder())); err != nil {
		return err
	}
	webd := &webd{
		process: process,
		router:  run.Variable("ROUTER_URL", "http://routd:8080"),
		tokens:  newTokenSource(run.Variable("AUTHD_SERVICE_NAME", "webd")),
	}
	registered := registrar{router: webd.router, tokens: webd.tokens, channel: channel{
		Name: "web", URL: run.Variable("WEBD_URL", "http://webd:8080"), Prefixes: []string{"web:"},
	}}
	if err := registered.register(); err != nil {
		return fmt.Errorf("router registration failed: %w", err)
	}
	return process.Serve(run.Variable("WEBD_LISTEN", ":8080"), webd.handler(), run.Stop{First: registered.deregister})
}

func (webd *webd) handler() http.Handler {
	verifier := newVerifier()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(writer http.ResponseWriter, _ *http.Request) {
		run.JSON(writer, http.StatusOK, run.Fields{"status": "ok", "name": "webd"})
	})
	mux.HandleFunc("POST /send", webd.receive)
	mux.HandleFunc("/slink/", func(writer http.ResponseWriter, request *http.Request) {
		address := "/chat/" + strings.TrimPrefix(request.URL.Path, "/slink/")
		http.Redirect(writer, request, address, http.StatusMovedPermanently)
	})
	mux.Handle("GET /chat/{token}/", withToken(run.Text("chat")))
	mux.Handle("POST /chat/{token}/", withToken(webd.submit("web")))
	mux.Handle("POST /hook/{token}", withToken(webd.submit("hook")))
	mux.Handle("GET /me/", verifier.user(toLogin, run.Text("me")))
	mux.Handle("/mcp", verifier.user(toLogin, run.Text("mcp")))
	run.Metrics(mux)
	return mux
}

// receive is where routd sends what agents say.
func (webd *webd) receive(writer http.ResponseWriter, request *http.Request) {
	webd.process.Record("received", run.Fields{"agent": request.UserAgent()})
	okTrue(writer, request)
}

// proxyd writes on the request what it knows of the token.
func withToken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		if request.Header.Get("X-Chat-Token") == "" {
			http.NotFound(writer, request)
			return
		}
		next.ServeHTTP(writer, request)
	})
}

// submit hands on to routd what was posted.
func (webd *webd) submit(kind string) http.HandlerFunc {
	return func(writer http.ResponseWriter, request *http.Request) {
		content, err := readText(request)
		if err == nil {
			sent := message{
				ID:      fmt.Sprintf("%s-%d", kind, time.Now().UnixNano()),
				ChatJID: kind + ":" + request.Header.Get("X-Folder"), Sender: "anonymous", Content: content,
			}
			err = webd.tokens.call(http.MethodPost, webd.router+"/v1/messages", sent, nil)
		}
		if err != nil {
			http.Error(writer, "router unavailable", http.StatusBadGateway)
			return
		}
		writer.WriteHeader(http.StatusNoContent)
	}
}

const mostText = 1 << 20

func readText(request *http.Request) (string, error) {
	content, err := io.ReadAll(io.LimitReader(request.Body, mostText))
	return string(content), err
}
