package foxctl

import (
	"maps"
	"os"

	"standins/run"
)

// command is what the real program knows by a path of words. Without work it prints its help, as a group does.
type command struct {
	flags map[string]kind
	work  func(process *run.Process, flags map[string]string) error
}

// What today's public source has.
var current = map[string]command{
	"web serve": {
		flags: map[string]kind{
			"port": number, "dev-cors": toggle, "ui-dir": text, "chat": text, "db-driver": text, "db-dsn": text,
			"foxprox": toggle, "foxprox-data-dir": text, "foxprox-socket": text, "require-auth": toggle,
		},
		work: serve,
	},
	"overseer run": {flags: map[string]kind{"dry-run": toggle}, work: useStorage},
	"cas gc": {
		flags: map[string]kind{"older-than": duration, "dry-run": toggle, "keep-pinned": toggle, "max-delete": number},
		work:  collectGarbage,
	},
	"sessions list":  {work: useStorage},
	"sessions stats": {work: useStorage},
	"daemon status":  {flags: map[string]kind{"quiet": toggle}, work: succeed},
	"doctor":         {work: succeed},
	"backup create":  {work: useStorage},
	"run":            {flags: map[string]kind{"input": text}, work: useStorage},
}

// What manifests and documentation use besides, or in another way.
var documented = map[string]command{
	"health": {flags: map[string]kind{"ready": toggle}, work: health},
	"drain":  {work: drain},
	"worker embeddings": {
		flags: map[string]kind{"concurrency": number, "batch-size": number, "idle-timeout": duration},
		work:  work,
	},
	"overseer rerank": {work: useStorage},
	"cas gc": {
		flags: map[string]kind{"max-age": duration, "dry-run": toggle},
		work:  collectGarbage,
	},
	"sessions cleanup": {flags: map[string]kind{"older-than": duration, "status": text}, work: useStorage},
	"observability prune": {
		flags: map[string]kind{"older-than": duration},
		work:  useStorage,
	},
}

// STAND_IN_EDITION, which the image sets, says which of the two this is.
func commands() map[string]command {
	known := maps.Clone(current)
	if isDocumented() {
		maps.Copy(known, documented)
	}
	return known
}

func isDocumented() bool { return os.Getenv("STAND_IN_EDITION") == "documented" }

func succeed(*run.Process, map[string]string) error { return nil }

func useStorage(*run.Process, map[string]string) error { return checkStorage() }

func work(process *run.Process, _ map[string]string) error {
	if err := checkStorage(); err != nil {
		return err
	}
	return process.WaitForSignal()
}
