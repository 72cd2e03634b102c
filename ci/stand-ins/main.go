// Stand-ins for the programs that the charts run, for tests on machines that have no images of the real ones.
//
// One static file is all of them: it is what its name says. Each accepts what the real program accepts, refuses what
// that refuses, with the same exit code and a line that says why, and records what it was given as lines of JSON on
// stderr. What they do beyond that, they do not.
package main

import (
	"slices"
	"strings"

	"standins/arizuko"
	"standins/docker"
	"standins/foxctl"
	"standins/gateway"
	"standins/gitsync"
	"standins/postgres"
	"standins/run"
	"standins/toolbox"
)

var programs = map[string]run.Program{
	"foxctl":   foxctl.Run,
	"git-sync": gitsync.Run,
	"postgres": postgres.Run,

	"dockerd":               docker.Engine,
	"dockerd-entrypoint.sh": docker.Engine,
	"docker":                docker.Client,
	"iptables":              succeed,
	"ip6tables":             succeed,

	"arizuko": arizuko.Command,
	"authd":   arizuko.Authd,
	"routd":   arizuko.Routd,
	"runed":   arizuko.Runed,
	"timed":   arizuko.Timed,
	"onbod":   arizuko.Onbod,
	"dashd":   arizuko.Dashd,
	"proxyd":  arizuko.Proxyd,
	"webd":    arizuko.Webd,
	"teled":   arizuko.Adapter,
	"discd":   arizuko.Adapter,
	"slakd":   arizuko.Adapter,
	"mastd":   arizuko.Adapter,
	"bskyd":   arizuko.Adapter,
	"reditd":  arizuko.Adapter,
	"emaid":   arizuko.Adapter,
	"linkd":   arizuko.Adapter,
	"vite":    arizuko.Vite,
	"dufs":    arizuko.Dufs,
	"ttsd":    arizuko.Ttsd,
	"kokoro":  arizuko.Kokoro,

	// What runs programs in JavaScript.
	"bun":  bun,
	"node": node,
}

func bun(process *run.Process) error {
	isGateway := func(word string) bool { return strings.Contains(word, "gui-auth-gateway") }
	if slices.ContainsFunc(process.Arguments, isGateway) {
		return gateway.Run(process)
	}
	return arizuko.Twitd(process, afterScript(process.Arguments))
}

func node(process *run.Process) error { return arizuko.Whapd(process, afterScript(process.Arguments)) }

// The script's own arguments.
func afterScript(arguments []string) []string {
	if len(arguments) == 0 {
		return nil
	}
	return arguments[1:]
}

func succeed(*run.Process) error { return nil }

// These record nothing: what they print is for scripts.
var tools = map[string]run.Tool{"sh": toolbox.Shell, "wget": toolbox.Wget, "nc": toolbox.Nc}

func main() { run.Main(programs, tools) }
