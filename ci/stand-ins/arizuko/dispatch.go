package arizuko

import (
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"

	"standins/run"
)

const dispatchInterval = 2 * time.Second

// turn is what routd asks of runed.
type turn struct {
	Folder  string `json:"folder"`
	Content string `json:"content"`
}

// dispatcher has runed answer messages. What fails is tried again every two seconds, without end.
type dispatcher struct {
	process  *run.Process
	database string
	runed    string
	tokens   *tokenSource
	underWay sync.Map // by message
}

func newDispatcher(process *run.Process, database string) *dispatcher {
	return &dispatcher{
		process: process, database: database,
		runed:  run.Variable("RUNED_URL", "http://runed:8080"),
		tokens: newTokenSource("routd"),
	}
}

func (dispatcher *dispatcher) work() {
	for {
		select {
		case <-dispatcher.process.Stopping.Done():
			return
		case <-time.After(dispatchInterval):
		}
		content, err := readRoutd(dispatcher.database)
		if err != nil {
			dispatcher.process.Record("error", run.Fields{"message": err.Error()})
			continue
		}
		for _, waiting := range content.Messages {
			if waiting.Answered {
				continue
			}
			if _, isUnderWay := dispatcher.underWay.LoadOrStore(waiting.ID, true); !isUnderWay {
				go dispatcher.dispatch(waiting)
			}
		}
	}
}

func (dispatcher *dispatcher) dispatch(waiting message) {
	defer dispatcher.underWay.Delete(waiting.ID)
	// The agent talks to routd by a socket in this folder.
	err := os.MkdirAll(filepath.Join(dataFolder(), "ipc", waiting.Folder), 0o755)
	if err == nil {
		asked := turn{Folder: waiting.Folder, Content: waiting.Content}
		err = dispatcher.tokens.call(http.MethodPost, dispatcher.runed+"/v1/runs", asked, nil)
	}
	if err != nil {
		problem := "dispatch run transport failure: " + err.Error()
		dispatcher.process.Record("dispatch", run.Fields{"id": waiting.ID, "error": problem})
		return
	}
	err = updateRoutd(dispatcher.database, func(content *routdContent) error {
		for position := range content.Messages {
			if content.Messages[position].ID == waiting.ID {
				content.Messages[position].Answered = true
			}
		}
		return nil
	})
	dispatcher.process.Record("dispatch", run.Fields{"id": waiting.ID, "stored": err == nil})
}
