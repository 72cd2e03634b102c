package arizuko

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"standins/run"
)

// routdAPI is what daemons ask of routd, besides channels.
type routdAPI struct {
	database string
	channels *channels
}

func (api routdAPI) handler() http.Handler {
	verifier := api.channels.verifier
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", okTrue)
	mux.HandleFunc("POST /v1/messages", verifier.service("messages:write", api.receive))
	mux.HandleFunc("POST /v1/outbound", verifier.service("", api.send))
	mux.HandleFunc("GET /v1/messages/inspect", verifier.service("", api.inspect))
	mux.HandleFunc("GET /v1/tasks/due", verifier.service("tasks:read", api.due))
	mux.HandleFunc("POST /v1/tasks/{id}/reschedule", verifier.service("tasks:write", api.reschedule))
	api.channels.mount(mux)
	run.Metrics(mux)
	return mux
}

func (api routdAPI) receive(writer http.ResponseWriter, request *http.Request) {
	var received message
	if json.NewDecoder(request.Body).Decode(&received) != nil || received.ChatJID == "" {
		run.JSON(writer, http.StatusBadRequest, run.Fields{"error": "chat_jid required"})
		return
	}
	err := updateRoutd(api.database, func(content *routdContent) error {
		target := content.targetOf(received.ChatJID)
		received.Folder, _, received.Observed = strings.Cut(target, observe)
		received.Answered = target == "" || received.Observed
		content.Messages = append(content.Messages, received)
		return nil
	})
	answer(writer, run.Fields{"ok": true}, err)
}

func (api routdAPI) send(writer http.ResponseWriter, request *http.Request) {
	var sent map[string]any
	if json.NewDecoder(request.Body).Decode(&sent) != nil {
		run.JSON(writer, http.StatusBadRequest, run.Fields{"error": "invalid json"})
		return
	}
	answer(writer, run.Fields{"ok": true}, api.channels.send(fmt.Sprint(sent["jid"]), sent))
}

func (api routdAPI) inspect(writer http.ResponseWriter, _ *http.Request) {
	content, err := readRoutd(api.database)
	answer(writer, run.Fields{"messages": content.Messages}, err)
}

func (api routdAPI) due(writer http.ResponseWriter, _ *http.Request) {
	content, err := readRoutd(api.database)
	due := map[string]task{}
	for id, task := range content.Tasks {
		if task.NextRun.Before(time.Now()) {
			due[id] = task
		}
	}
	answer(writer, due, err)
}

func (api routdAPI) reschedule(writer http.ResponseWriter, request *http.Request) {
	id := request.PathValue("id")
	err := updateRoutd(api.database, func(content *routdContent) error {
		due, isKnown := content.Tasks[id]
		if !isKnown {
			return errors.New("no such task: " + id)
		}
		due.NextRun = time.Now().Add(24 * time.Hour)
		content.Tasks[id] = due
		return nil
	})
	answer(writer, run.Fields{"ok": true}, err)
}

// answer says what came of a request.
func answer(writer http.ResponseWriter, value any, err error) {
	if err != nil {
		run.JSON(writer, http.StatusBadGateway, run.Fields{"error": err.Error()})
		return
	}
	run.JSON(writer, http.StatusOK, value)
}
