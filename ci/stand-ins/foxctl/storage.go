package foxctl

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"standins/jsonfile"
	"standins/run"
)

// events is what foxctl keeps in SQLite whatever the driver: here, how often it was started.
type events struct {
	Starts int `json:"starts"`
}

func storageRoot() string { return run.Variable("FOXCTL_STORAGE_ROOT", inHome("storage")) }

func inHome(name string) string { return filepath.Join(os.Getenv("HOME"), ".foxctl", name) }

// checkStorage finds what foxctl refuses to start with.
func checkStorage() error {
	for _, check := range []func() error{checkDatabase, checkArtifacts, checkKey, checkReranking} {
		if err := check(); err != nil {
			return err
		}
	}
	return rootProblem()
}

func checkDatabase() error {
	if os.Getenv("FOXCTL_V2_EVENTS_DB_DRIVER") == "postgres" {
		return errors.New("configure orchestration runtime host: FOXCTL_V2_EVENTS_DB_DRIVER=postgres is not supported")
	}
	driver := run.Variable("FOXCTL_DB_DRIVER", "sqlite")
	switch {
	case !slices.Contains([]string{"sqlite", "libsql", "turso", "postgres"}, driver):
		return fmt.Errorf("FOXCTL_DB_DRIVER: unknown driver %q", driver)
	case driver != "postgres":
		return nil
	}
	dsn := run.Variable("FOXCTL_POSTGRES_DSN", os.Getenv("DATABASE_URL"))
	if !strings.HasPrefix(dsn, "postgres://") && !strings.HasPrefix(dsn, "postgresql://") {
		return errors.New("FOXCTL_POSTGRES_DSN must be a postgres:// or postgresql:// URI")
	}
	return nil
}

func checkArtifacts() error {
	if os.Getenv("FOXCTL_CAS_DRIVER") == "s3" && os.Getenv("FOXCTL_CAS_S3_BUCKET") == "" {
		return errors.New("FOXCTL_CAS_DRIVER=s3 needs FOXCTL_CAS_S3_BUCKET")
	}
	return nil
}

func checkKey() error {
	key := os.Getenv("FOXCTL_OAUTH_ENC_KEY")
	if decoded, err := base64.StdEncoding.DecodeString(key); key != "" && (err != nil || len(decoded) != 32) {
		return errors.New("FOXCTL_OAUTH_ENC_KEY must be 32 bytes in base64")
	}
	return nil
}

func checkReranking() error {
	provider := run.Variable("FOXCTL_RERANK_PROVIDER", "qwen")
	isKnown := slices.Contains([]string{"qwen", "openai_compat", "openai-compatible", "local", "noop"}, provider)
	if slices.Contains([]string{"1", "true"}, os.Getenv("FOXCTL_RERANK_ENABLED")) && !isKnown {
		return fmt.Errorf("FOXCTL_RERANK_PROVIDER: unknown provider %q", provider)
	}
	return nil
}

// rootProblem asks what /readyz asks: the storage root is there, and a file can be made in it.
func rootProblem() error {
	root := storageRoot()
	probe, err := os.CreateTemp(root, ".write-check-")
	if err != nil {
		return fmt.Errorf("storage root %s is not writable: set FOXCTL_STORAGE_ROOT: %w", root, err)
	}
	probe.Close()
	return os.Remove(probe.Name())
}

// countStart opens the store of events, which it makes when there is none.
func countStart() (int, error) {
	path := filepath.Join(storageRoot(), "v2_events.db")
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return 0, fmt.Errorf("configure orchestration runtime host: %w", err)
	}
	file.Close()
	starts := 0
	err = jsonfile.Update(path, func(content *events) error {
		content.Starts++
		starts = content.Starts
		return nil
	})
	return starts, err
}

// collectGarbage works on files whatever FOXCTL_CAS_DRIVER says.
func collectGarbage(_ *run.Process, _ map[string]string) error {
	return os.MkdirAll(run.Variable("FOXCTL_PATHS_CAS", inHome("cas")), 0o755)
}
