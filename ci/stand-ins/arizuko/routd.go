package arizuko

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"standins/run"
)

// Routd routes messages, and has agents answer them.
func Routd(process *run.Process) error {
	if err := run.Require("DATA_DIR"); err != nil {
		return err
	}
	folder := dataFolder()
	database := routdPath(folder)
	if err := checkOwn(database); err != nil {
		return err
	}
	if err := migrateRoutd(database); err != nil {
		return err
	}
	if err := checkConnectors(run.Variable("CONNECTORS_TOML", filepath.Join(folder, "connectors.toml"))); err != nil {
		return err
	}
	if os.Getenv("SECRETS_KEY") == "" {
		process.Record("warning", run.Fields{"message": "SECRETS_KEY is unset: secrets are stored as they are"})
	}
	channels := &channels{process: process, verifier: newVerifier(), byName: map[string]*channel{}}
	go channels.watch()
	go newDispatcher(process, database).work()
	return process.Serve(run.Variable("LISTEN_ADDR", ":8080"), routdHandler(database, channels), run.Stop{Grace: 5 * time.Second})
}

// checkConnectors tells whether each line of the file is one of TOML's, if there is a file.
func checkConnectors(path string) error {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSpace(line)
		isTable := strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]")
		if line != "" && !strings.HasPrefix(line, "#") && !isTable && !strings.Contains(line, "=") {
			return fmt.Errorf("load %s: toml: %q", path, line)
		}
	}
	return nil
}

func routdHandler(database string, channels *channels) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", okTrue)
	mux.HandleFunc("POST /v1/messages", channels.verifier.service("messages:write", func(writer http.ResponseWriter, request *http.Request) {
		var received message
		if json.NewDecoder(request.Body).Decode(&received) != nil || received.ChatJID == "" {
			run.JSON(writer, http.StatusBadRequest, run.Fields{"error": "chat_jid required"})
			return
		}
		err := updateRoutd(database, func(content *routdContent) error {
			target := content.targetOf(received.ChatJID)
			received.Folder, _, received.Observed = strings.Cut(target, observe)
			received.Answered = target == "" || received.Observed
			content.Messages = append(content.Messages, received)
			return nil
		})
		answer(writer, run.Fields{"ok": true}, err)
	}))
	mux.HandleFunc("POST /v1/outbound", channels.verifier.service("", func(writer http.ResponseWriter, request *http.Request) {
		var sent map[string]any
		if json.NewDecoder(request.Body).Decode(&sent) != nil {
			run.JSON(writer, http.StatusBadRequest, run.Fields{"error": "invalid json"})
			return
		}
		jid := fmt.Sprint(sent["jid"])
		answer(writer, run.Fields{"ok": true}, channels.send(jid, sent))
	}))
	mux.HandleFunc("GET /v1/messages/inspect", channels.verifier.service("", func(writer http.ResponseWriter, _ *http.Request) {
		content, err := readRoutd(database)
		answer(writer, run.Fields{"messages": content.Messages}, err)
	}))
	mux.HandleFunc("GET /v1/tasks/due", channels.verifier.service("tasks:read", func(writer http.ResponseWriter, _ *http.Request) {
		content, err := readRoutd(database)
		due := map[string]task{}
		for id, task := range content.Tasks {
			if task.NextRun.Before(time.Now()) {
				due[id] = task
			}
		}
		answer(writer, due, err)
	}))
	mux.HandleFunc("POST /v1/tasks/{id}/reschedule", channels.verifier.service("tasks:write", func(writer http.ResponseWriter, request *http.Request) {
		err := updateRoutd(database, func(content *routdContent) error {
			due, isKnown := content.Tasks[request.PathValue("id")]
			if !isKnown {
				return fmt.Errorf("no such task")
			}
			due.NextRun = time.Now().Add(24 * time.Hour)
			content.Tasks[request.PathValue("id")] = due
			return nil
		})
		answer(writer, run.Fields{"ok": true}, err)
	}))
	channels.mount(mux)
	run.Metrics(mux)
	return mux
}

func answer(writer http.ResponseWriter, value any, err error) {
	if err != nil {
		run.JSON(writer, http.StatusBadGateway, run.Fields{"error": err.Error()})
		return
	}
	run.JSON(writer, http.StatusOK, value)
}
