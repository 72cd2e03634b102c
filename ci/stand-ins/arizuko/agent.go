package arizuko

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"standins/run"
)

// runAgent hands the turn, and the model's credential with it, to a container. HOST_DATA_DIR is where the engine sees
// the data.
func (runed *runed) runAgent(asked turn) error {
	group := filepath.Join("groups", asked.Folder)
	if err := os.MkdirAll(filepath.Join(runed.data, group, "share"), 0o755); err != nil {
		return err
	}
	mounts := []string{
		group + ":/home/node",
		"app-src:/opt/arizuko:ro",
		filepath.Join(group, "share") + ":/var/lib/share",
		filepath.Join("ipc", asked.Folder) + ":/run/ipc",
	}
	name := fmt.Sprintf("arizuko-%s-%s-%d", runed.assistantName, asked.Folder, time.Now().UnixMilli())
	arguments := []string{
		"run", "-i", "--rm", "--name", name, "--shm-size=1g",
		"-e", "TZ=" + os.Getenv("TZ"), "-e", "ARIZUKO_MODEL=claude-opus-4-8",
	}
	if user := os.Getuid(); user != 0 && user != nodeUser {
		arguments = append(arguments, "--user", fmt.Sprintf("%d:%d", user, os.Getgid()), "-e", "HOME=/home/node")
	}
	for _, mount := range mounts {
		arguments = append(arguments, "-v", filepath.Join(runed.hostData, mount))
	}
	credential := run.Variable("ANTHROPIC_API_KEY", os.Getenv("CLAUDE_CODE_OAUTH_TOKEN"))
	if credential == "" {
		return errors.New("the agent has no credential for a model: set ANTHROPIC_API_KEY or CLAUDE_CODE_OAUTH_TOKEN")
	}
	input, err := json.Marshal(map[string]string{"content": asked.Content, "credential": credential})
	if err != nil {
		return err
	}
	command := exec.Command("docker", append(arguments, runed.image)...)
	command.Stdin = bytes.NewReader(input)
	return command.Run()
}
