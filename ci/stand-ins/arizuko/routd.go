package arizuko

import (
	"fmt"
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
	api := routdAPI{database: database, channels: channels}
	return process.Serve(run.Variable("LISTEN_ADDR", ":8080"), api.handler(), run.Stop{Grace: 5 * time.Second})
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
