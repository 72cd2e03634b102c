package foxctl

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"standins/run"
)

func serve(process *run.Process, flags map[string]string) error {
	if err := checkStorage(); err != nil {
		return err
	}
	if err := openLog(); err != nil {
		return err
	}
	starts, err := countStart()
	if err != nil {
		return err
	}
	forgetDrain()
	writeEvent(process)
	process.Record("storage", run.Fields{"root": storageRoot(), "starts": starts})
	port := flags["port"]
	if port == "" {
		port = "8090"
	}
	handler := routes(process, activeChat(process, flags["chat"]), flags["require-auth"] == "true")
	return process.Serve(":"+port, handler, run.Stop{Grace: 5 * time.Second})
}

// The log goes to a file unless FOXCTL_LOGGING_OUTPUT names another place.
func openLog() error {
	output := run.Variable("FOXCTL_LOGGING_OUTPUT", filepath.Join(os.TempDir(), "foxctl-gui.log"))
	if output == "stdout" || output == "stderr" {
		return nil
	}
	file, err := os.OpenFile(output, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("open log: %w", err)
	}
	return file.Close()
}

// Events are lines in a file that nothing prunes; not being able to write them stops nothing.
func writeEvent(process *run.Process) {
	folder := filepath.Join(run.Variable("FOXCTL_OBS_DIR", inHome("observability")), "events")
	err := os.MkdirAll(folder, 0o755)
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "foxcular_events.ndjson"), []byte("{\"event\":\"start\"}\n"), 0o644)
	}
	if err != nil {
		process.Record("warning", run.Fields{"message": "no events: " + err.Error()})
	}
}

func routes(process *run.Process, chat string, requireAuth bool) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", status)
	mux.HandleFunc("/api/health", status)
	mux.HandleFunc("GET /readyz", ready)
	mux.HandleFunc("GET /api/agents", agents(process))
	mux.HandleFunc("GET /api/events", streamEvents(process))
	mux.HandleFunc("POST /api/teams/messages", teams(chat))
	mux.Handle("/api/v1/", run.Status(http.StatusGone))
	mux.Handle("/api/", run.Status(http.StatusNotFound))
	// Whatever is asked for, /metrics among it.
	mux.Handle("/", run.Text("foxctl is running\n"))
	if !requireAuth {
		return mux
	}
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		handler, pattern := mux.Handler(request)
		isNamed := request.Header.Get("X-Tailscale-User") != "" || request.Header.Get("X-BetterAuth-Email") != ""
		if pattern != "/" && pattern != "/healthz" && pattern != "GET /readyz" && !isNamed {
			handler = run.Status(http.StatusUnauthorized)
		}
		handler.ServeHTTP(writer, request)
	})
}

func status(writer http.ResponseWriter, request *http.Request) {
	if request.Method != http.MethodGet {
		run.JSON(writer, http.StatusMethodNotAllowed, run.Fields{"error": "method not allowed"})
		return
	}
	run.JSON(writer, http.StatusOK, run.Fields{"status": "ok"})
}

func ready(writer http.ResponseWriter, _ *http.Request) {
	err := rootProblem()
	if err == nil && isDocumented() && isDraining() {
		err = fmt.Errorf("draining")
	}
	if err != nil {
		run.JSON(writer, http.StatusServiceUnavailable, run.Fields{"status": "unready", "hint": err.Error()})
		return
	}
	run.JSON(writer, http.StatusOK, run.Fields{"status": "ok"})
}

// A test can make the answer take a while, /api/agents?delay=2s, and the record tells it that this has begun.
func agents(process *run.Process) http.HandlerFunc {
	return func(writer http.ResponseWriter, request *http.Request) {
		if delay, err := time.ParseDuration(request.URL.Query().Get("delay")); err == nil {
			process.Record("delay", run.Fields{"path": request.URL.Path, "delay": delay.String()})
			time.Sleep(delay)
		}
		run.JSON(writer, http.StatusOK, []string{})
	}
}

// Streams end as soon as the program is asked to.
func streamEvents(process *run.Process) http.HandlerFunc {
	return func(writer http.ResponseWriter, request *http.Request) {
		writer.Header().Set("Content-Type", "text/event-stream")
		ticker := time.NewTicker(time.Second)
		defer ticker.Stop()
		for {
			fmt.Fprint(writer, "data: {}\n\n")
			if http.NewResponseController(writer).Flush() != nil {
				return
			}
			select {
			case <-request.Context().Done():
				return
			case <-process.Stopping.Done():
				return
			case <-ticker.C:
			}
		}
	}
}

// Microsoft Teams signs what it sends.
func teams(chat string) http.HandlerFunc {
	return func(writer http.ResponseWriter, request *http.Request) {
		switch {
		case chat != "teams":
			run.JSON(writer, http.StatusServiceUnavailable, run.Fields{"error": "the Teams adapter is not active"})
		case request.Header.Get("Authorization") == "":
			run.JSON(writer, http.StatusUnauthorized, run.Fields{"error": "unauthorized"})
		default:
			writer.WriteHeader(http.StatusAccepted)
		}
	}
}
