package arizuko

import (
	"fmt"
	"net/http"
	"net/url"
	"time"

	"standins/run"
)

const (
	// No variable changes it.
	timedAddress = ":8080"
	tickInterval = time.Minute
)

// Timed has routd told, each minute, what is due.
func Timed(process *run.Process) error {
	if err := run.Require("ROUTER_URL"); err != nil {
		return err
	}
	router, tokens := run.Variable("ROUTER_URL", ""), newTokenSource("timed")
	if tokens == nil {
		process.Record("warning", run.Fields{"message": "no AUTHD_URL or AUTHD_SERVICE_KEY; routd will deny"})
	}
	go func() {
		for process.Stopping.Err() == nil {
			fired, err := fire(router, tokens)
			process.Record("tick", run.Fields{"fired": fired, "error": errorText(err)})
			time.Sleep(tickInterval)
		}
	}()
	mux := http.NewServeMux()
	mux.Handle("GET /health", run.Text("ok"))
	mux.HandleFunc("GET /dash/timed/", timedDashboard)
	// Without its server it goes on.
	if err := process.Serve(timedAddress, mux, run.Stop{}); err != nil {
		process.Record("error", run.Fields{"message": "health server: " + err.Error()})
	}
	return process.WaitForSignal()
}

// The header alone decides, whoever sends it.
func timedDashboard(writer http.ResponseWriter, request *http.Request) {
	if newVerifier() != nil && !isOperator(request) {
		run.Status(http.StatusForbidden).ServeHTTP(writer, request)
		return
	}
	run.Text("timed").ServeHTTP(writer, request)
}

// fire turns what is due into messages.
func fire(router string, tokens *tokenSource) (int, error) {
	due := map[string]task{}
	if err := tokens.call(http.MethodGet, router+"/v1/tasks/due", nil, &due); err != nil {
		return 0, err
	}
	for id, task := range due {
		sent := message{
			ID:      fmt.Sprintf("sched-%s-%d", id, time.Now().UnixNano()),
			ChatJID: task.Folder, Sender: "timed", Content: task.Prompt,
		}
		if err := tokens.call(http.MethodPost, router+"/v1/messages", sent, nil); err != nil {
			return 0, err
		}
		address := router + "/v1/tasks/" + url.PathEscape(id) + "/reschedule"
		if err := tokens.call(http.MethodPost, address, nil, nil); err != nil {
			return 0, err
		}
	}
	return len(due), nil
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
