package arizuko

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"standins/run"
)

const engineTimeout = 10 * time.Second

// runed runs agents by the docker command.
type runed struct {
	process       *run.Process
	data          string
	hostData      string
	image         string
	assistantName string
}

// Runed starts a container for each turn.
func Runed(process *run.Process) error {
	if err := loadConfig(); err != nil {
		return err
	}
	data := dataFolder()
	if err := checkOwn(ownerPath(data, "runed")); err != nil {
		return err
	}
	runed := &runed{
		process: process, data: data,
		hostData:      run.Variable("HOST_DATA_DIR", data),
		image:         run.Variable("CONTAINER_IMAGE", "arizuko-ant:latest"),
		assistantName: os.Getenv("ASSISTANT_NAME"),
	}
	if err := runed.findEngine(); err != nil {
		return err
	}
	if err := runed.stageSource(); err != nil {
		return err
	}
	grace, err := graceOf()
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", okTrue)
	mux.HandleFunc("POST /v1/runs", newVerifier().service("runs:run", runed.serveRun))
	run.Metrics(mux)
	return process.Serve(run.Variable("LISTEN_ADDR", ":8080"), mux, run.Stop{Grace: grace})
}

func graceOf() (time.Duration, error) {
	text := run.Variable("RUNED_SHUTDOWN_GRACE", run.Variable("RUNED_RUN_TIMEOUT", "20m"))
	grace, err := time.ParseDuration(text)
	if err != nil {
		return 0, fmt.Errorf("RUNED_SHUTDOWN_GRACE: %w", err)
	}
	return grace, nil
}

// findEngine asks for the engine, then for agents that an earlier runed has left.
func (runed *runed) findEngine() error {
	timeout, cancel := context.WithTimeout(runed.process.Stopping, engineTimeout)
	defer cancel()
	if err := exec.CommandContext(timeout, "docker", "info").Run(); err != nil {
		return fmt.Errorf("container runtime check failed: docker info: %w", err)
	}
	filters := []string{
		"--filter=name=arizuko-" + runed.assistantName + "-", "--format", "{{.Names}}", "--filter=ancestor=" + runed.image,
	}
	left, err := exec.CommandContext(timeout, "docker", append([]string{"ps"}, filters...)...).Output()
	for name := range strings.FieldsSeq(string(left)) {
		_ = exec.Command("docker", "stop", name).Run()
	}
	return err
}

// stageSource puts the release's files where agents can mount them from.
func (runed *runed) stageSource() error {
	source := sourceFolder()
	if _, err := os.Stat(source); err != nil {
		runed.process.Record("warning", run.Fields{"message": "no source for agents in " + source})
		return nil
	}
	staged := filepath.Join(runed.data, "app-src")
	if err := os.RemoveAll(staged); err != nil {
		return err
	}
	return os.CopyFS(staged, os.DirFS(source))
}

func sourceFolder() string {
	return run.Variable("APP_SRC_DIR", run.Variable("HOST_APP_DIR", "/opt/arizuko"))
}

func (runed *runed) serveRun(writer http.ResponseWriter, request *http.Request) {
	var asked turn
	if json.NewDecoder(request.Body).Decode(&asked) != nil || asked.Folder == "" {
		run.JSON(writer, http.StatusBadRequest, run.Fields{"error": "folder required"})
		return
	}
	err := runed.runAgent(asked)
	runed.process.Record("agent", run.Fields{"folder": asked.Folder, "ok": err == nil})
	answer(writer, run.Fields{"ok": true}, err)
}
