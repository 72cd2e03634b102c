package foxctl

import (
	"errors"
	"os"
	"path/filepath"

	"standins/run"
)

// How `foxctl drain` reaches the server is documented nowhere; here it leaves a file, after which /readyz fails.
func drainFile() string { return filepath.Join(os.TempDir(), "foxctl-draining") }

func isDraining() bool {
	_, err := os.Stat(drainFile())
	return err == nil
}

func drain(*run.Process, map[string]string) error { return os.WriteFile(drainFile(), nil, 0o644) }

// What an earlier container of the pod left in /tmp.
func forgetDrain() { _ = os.Remove(drainFile()) }

func health(_ *run.Process, flags map[string]string) error {
	if flags["ready"] == "true" && isDraining() {
		return errors.New("draining")
	}
	return rootProblem()
}
