package arizuko

import (
	"os"
	"path/filepath"
	"strings"

	"standins/jsonfile"
	"standins/run"
)

// position is how far an adapter has come; here, how often it was started.
type position struct {
	Starts int `json:"starts"`
}

// resume goes on from the state that an earlier start has left.
func (kind adapter) resume(process *run.Process, name string) error {
	if kind.state == "" {
		return nil
	}
	folder := dataFolder()
	if kind.makesFolder {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
	}
	path := filepath.Join(folder, strings.ReplaceAll(kind.state, "{name}", name))
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	file.Close()
	return jsonfile.Update(path, func(content *position) error {
		content.Starts++
		process.Record("state", run.Fields{"path": path, "starts": content.Starts})
		return nil
	})
}
