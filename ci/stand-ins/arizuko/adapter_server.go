package arizuko

import (
	"net/http"

	"standins/run"
)

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
