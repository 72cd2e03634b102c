// Package foxctl stands in for foxctl, in two editions: as documented, and as it is today.
package foxctl

import (
	"fmt"
	"strings"

	"standins/run"
)

// Run finds the command as Cobra does: words as far as they name one, then flags, which must be its own.
func Run(process *run.Process) error {
	known := commands()
	path, rest := "", process.Arguments
	for len(rest) > 0 && isKnown(known, join(path, rest[0])) {
		path, rest = join(path, rest[0]), rest[1:]
	}
	if path == "" && len(rest) > 0 && !strings.HasPrefix(rest[0], "-") {
		return fmt.Errorf("unknown command %q for \"foxctl\"", rest[0])
	}
	found := known[path]
	flags, err := parse(found.flags, rest)
	if err != nil {
		return err
	}
	if found.work == nil {
		process.Record("help", run.Fields{"command": path})
		return nil
	}
	return found.work(process, flags)
}

func isKnown(known map[string]command, path string) bool {
	for name := range known {
		if name == path || strings.HasPrefix(name, path+" ") {
			return true
		}
	}
	return false
}

func join(path, word string) string { return strings.TrimPrefix(path+" "+word, " ") }
