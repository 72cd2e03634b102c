// Package gitsync stands in for git-sync. There is no repository to fetch: what it publishes is a file that names it.
package gitsync

import (
	"errors"
	"flag"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"standins/run"
)

const usageError = 2

// An address with this word in it cannot be fetched.
const unreachable = "unreachable"

type options struct {
	repo, ref, root, link, httpBind, sshKey, knownHosts string
	depth, maxFailures                                  int
	period                                              time.Duration
	oneTime                                             bool
}

// Run publishes the repository, then serves until it is stopped.
func Run(process *run.Process) error {
	chosen, err := parse(process.Arguments)
	if err != nil {
		return &run.Failure{Code: usageError, Message: err.Error()}
	}
	if err := chosen.check(); err != nil {
		return err
	}
	var synced atomic.Bool
	err = chosen.sync()
	synced.Store(err == nil)
	process.Record("sync", run.Fields{"repo": chosen.repo, "ref": chosen.ref, "ok": err == nil})
	if err != nil && chosen.maxFailures == 0 {
		return err
	}
	if chosen.oneTime {
		return err
	}
	if chosen.httpBind == "" {
		return process.WaitForSignal()
	}
	// Ready once there is something to see.
	handler := http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		if !synced.Load() {
			run.Status(http.StatusServiceUnavailable).ServeHTTP(writer, request)
		}
	})
	return process.Serve(chosen.httpBind, handler, run.Stop{Grace: time.Second})
}

func parse(arguments []string) (options, error) {
	var chosen options
	flags := flag.NewFlagSet("git-sync", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&chosen.repo, "repo", "", "")
	flags.StringVar(&chosen.ref, "ref", "HEAD", "")
	flags.StringVar(&chosen.root, "root", "", "")
	flags.StringVar(&chosen.link, "link", "", "")
	flags.StringVar(&chosen.httpBind, "http-bind", "", "")
	flags.StringVar(&chosen.sshKey, "ssh-key-file", "", "")
	flags.StringVar(&chosen.knownHosts, "ssh-known-hosts-file", "", "")
	flags.IntVar(&chosen.depth, "depth", 1, "")
	flags.IntVar(&chosen.maxFailures, "max-failures", 0, "")
	flags.DurationVar(&chosen.period, "period", 10*time.Second, "")
	flags.BoolVar(&chosen.oneTime, "one-time", false, "")
	flags.Int("verbose", 0, "")
	flags.Int("v", 0, "")
	err := flags.Parse(arguments)
	return chosen, err
}

func (chosen options) check() error {
	switch {
	case chosen.repo == "":
		return errors.New("required flag: --repo must be specified")
	case chosen.root == "":
		return errors.New("required flag: --root must be specified")
	}
	for _, file := range []string{chosen.sshKey, chosen.knownHosts} {
		if file == "" {
			continue
		}
		if _, err := os.ReadFile(file); err != nil {
			return err
		}
	}
	return nil
}

// sync leaves the work tree under the root, and a link to it, as readers of the volume expect.
func (chosen options) sync() error {
	if strings.Contains(chosen.repo, unreachable) {
		return errors.New("fatal: unable to access " + chosen.repo)
	}
	worktree := filepath.Join(chosen.root, ".worktrees", "stand-in")
	if err := os.MkdirAll(worktree, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(worktree, "README.md"), []byte(chosen.repo+"\n"), 0o644); err != nil {
		return err
	}
	link := filepath.Join(chosen.root, chosen.link)
	if err := os.Remove(link); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return os.Symlink(filepath.Join(".worktrees", "stand-in"), link)
}
