package run

import (
	"encoding/json"
	"maps"
	"os"
	"sync"
	"time"
)

// Fields of a record, besides time, program and event.
type Fields map[string]any

// Records are lines of JSON on stderr, as the real programs' logs are, so that `kubectl logs` shows them.
type recorder struct {
	program string
	mutex   sync.Mutex
	encoder *json.Encoder
}

func newRecorder(program string) *recorder {
	encoder := json.NewEncoder(os.Stderr)
	encoder.SetEscapeHTML(false)
	return &recorder{program: program, encoder: encoder}
}

// Record says that something happened.
func (process *Process) Record(event string, fields Fields) {
	record := Fields{"time": time.Now().UTC().Format(time.RFC3339Nano), "program": process.Name, "event": event}
	maps.Copy(record, fields)
	process.recorder.mutex.Lock()
	defer process.recorder.mutex.Unlock()
	// There is nowhere to say that stderr is gone.
	_ = process.recorder.encoder.Encode(record)
}

func (process *Process) recordStart() {
	directory, _ := os.Getwd()
	process.Record("start", Fields{
		"arguments":   process.Arguments,
		"environment": recordedEnvironment(os.Environ()),
		"directory":   directory,
		"mounts":      mountedDirectories(),
		"user":        os.Getuid(),
		"group":       os.Getgid(),
	})
}
