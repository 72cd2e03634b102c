package arizuko

import (
	"bytes"
	"errors"
	"net/http"
	"os"
	"path/filepath"

	"standins/run"
)

const databasePage = 4096

// Dashd is the dashboard.
func Dashd(process *run.Process) error {
	database := os.Getenv("DB_PATH")
	if database == "" {
		if run.Require("DATA_DIR") != nil {
			return errors.New("DB_PATH or DATA_DIR env required")
		}
		database = routdPath(dataFolder())
	}
	if filepath.Base(database) == "messages.db" {
		return errors.New("DB_PATH names messages.db, which nothing reads any more: name routd.db")
	}
	openLoosely(database)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", okTrue)
	mux.Handle("/dash/", newVerifier().user(toLogin, run.Text("dashboard")))
	run.Metrics(mux)
	return process.Serve(portAddress("DASH_PORT"), mux, run.Stop{})
}

// It starts without the database, and makes an empty one where the folder is there, which `arizuko create` and routd
// then take for their own.
func openLoosely(database string) {
	if _, err := os.Stat(database); err == nil {
		return
	}
	// A folder that is not there stays so.
	_ = os.WriteFile(database, bytes.Repeat([]byte(" "), databasePage), 0o644)
}
