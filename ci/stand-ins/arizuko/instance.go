// Package arizuko stands in for arizuko's command and daemons, as strict about what they are given as those are.
package arizuko

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"standins/run"
)

const (
	mainGroup = "main"
	// Whom the daemons run as.
	nodeUser = 1000
)

var instanceName = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_-]{0,31}$`)

// instanceFolder is where the command finds an instance, whatever DATA_DIR says.
func instanceFolder(name string) (string, error) {
	if !instanceName.MatchString(name) {
		return "", fmt.Errorf("Failed: invalid instance name %q (allowed: [A-Za-z0-9_-], max 32, no leading '-')", name)
	}
	base := run.Variable("ARIZUKO_DATA_DIR", filepath.Join(run.Variable("PREFIX", "/srv"), "data"))
	return filepath.Join(base, "arizuko_"+name), nil
}

// dataFolder is where daemons look that do not insist on DATA_DIR: in it, else in the working directory.
func dataFolder() string { return run.Variable("DATA_DIR", ".") }

func routdPath(folder string) string { return ownerPath(folder, "routd") }

// ownerPath is the database of a daemon that owns one: store/authd/auth.db, store/routd/routd.db.
func ownerPath(folder, owner string) string {
	file := owner
	if owner == "authd" {
		file = "auth"
	}
	return filepath.Join(folder, "store", owner, file+".db")
}

// loadConfig is what authd, runed, onbod, proxyd, webd and the command do first.
func loadConfig() error {
	run.LoadDotEnv(".")
	return checkAssistantName()
}

func checkAssistantName() error {
	name := os.Getenv("ASSISTANT_NAME")
	if strings.ContainsAny(name, " \t\n\r:'\"\\/") {
		return fmt.Errorf("load config: ASSISTANT_NAME %q: no whitespace and none of : ' \" \\ /", name)
	}
	return nil
}
