package arizuko

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"

	"standins/run"
)

// subcommand is a part of the arizuko command, told the instance's folder and the words after its name.
type subcommand struct {
	usage string
	run   func(folder string, arguments []string) error
}

var subcommands = map[string]subcommand{
	"group":    {"arizuko group <instance> <list|add|rm|grant|ungrant|grants> ...", groupCommand},
	"token":    {"arizuko token <instance> <issue|list|revoke> ...", tokenCommand},
	"secret":   {"arizuko secret <instance> <set|list|delete> ...", secretCommand},
	"packages": {"arizuko packages <instance> list | install <source-dir> | remove <name>", packagesCommand},
	"route":    {"arizuko route <instance> <list|add|rm> ...", routeCommand},
}

// errUsage stands for how the command is used.
var errUsage = errors.New("usage")

// Compose's commands have nothing to work on here.
var composeCommands = []string{"run", "pair", "status", "generate"}

// Command is the arizuko command, which works on an instance's files.
func Command(process *run.Process) error {
	if len(process.Arguments) == 0 {
		return errors.New("usage: arizuko <command> [args]")
	}
	name, arguments := process.Arguments[0], process.Arguments[1:]
	if name == "create" {
		return create(process, arguments)
	}
	if slices.Contains(composeCommands, name) {
		return fmt.Errorf("Failed: arizuko %s needs Docker Compose", name)
	}
	found, isKnown := subcommands[name]
	if !isKnown {
		return fmt.Errorf("unknown command: %s", name)
	}
	usage := errors.New("usage: " + found.usage)
	if len(arguments) < 2 {
		return usage
	}
	folder, err := instanceFolder(arguments[0])
	if err != nil {
		return err
	}
	if err := found.run(folder, arguments[1:]); !errors.Is(err, errUsage) {
		return err
	}
	return usage
}

// parseFlags takes flags before, between and after other words, which it returns.
func parseFlags(flags *flag.FlagSet, arguments []string) ([]string, error) {
	flags.SetOutput(io.Discard)
	words := []string{}
	for len(arguments) > 0 {
		if err := flags.Parse(arguments); err != nil {
			return nil, err
		}
		arguments = flags.Args()
		if len(arguments) > 0 {
			words, arguments = append(words, arguments[0]), arguments[1:]
		}
	}
	return words, nil
}

func failed(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("Failed: %w", err)
}

func printSorted[V any](values map[string]V) {
	names := []string{}
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintln(os.Stdout, name)
	}
}
