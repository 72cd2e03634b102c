package arizuko

import (
	"net/http"
	"net/url"
	"time"

	"standins/run"
)

// Ttsd hands on to the speech backend.
func Ttsd(process *run.Process) error {
	backend, err := url.Parse(run.Variable("TTS_BACKEND_URL", "http://kokoro:8880"))
	if err != nil {
		return err
	}
	client := http.Client{Timeout: 3 * time.Second}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(writer http.ResponseWriter, _ *http.Request) {
		answer, err := client.Get(backend.JoinPath("health").String())
		if err != nil {
			run.JSON(writer, http.StatusServiceUnavailable, run.Fields{"status": "disconnected", "name": "ttsd"})
			return
		}
		answer.Body.Close()
		run.JSON(writer, http.StatusOK, run.Fields{"status": "ok", "name": "ttsd"})
	})
	mux.Handle("/", run.Forward(backend, nil))
	return process.Serve(run.Variable("TTSD_ADDR", ":8880"), mux, run.Stop{Grace: 5 * time.Second})
}

// Kokoro is the speech backend.
func Kokoro(process *run.Process) error {
	mux := http.NewServeMux()
	mux.Handle("GET /health", run.Text("{\"status\":\"healthy\"}"))
	mux.Handle("POST /v1/audio/speech", run.Text("speech"))
	return process.Serve(":8880", mux, run.Stop{})
}
