package arizuko

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

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

func groupCommand(folder string, arguments []string) error {
	database := routdPath(folder)
	content, err := readRoutd(database)
	if err != nil {
		return failed(err)
	}
	action, rest := arguments[0], arguments[1:]
	switch {
	case action == "list":
		printSorted(content.Groups)
		return nil
	case action == "grants":
		for _, grant := range content.ACL {
			fmt.Printf("%s\t%s\n", grant.Principal, grant.Pattern)
		}
		return nil
	case action == "add" && len(rest) == 2:
		return failed(addGroup(folder, rest[0], rest[1]))
	case action == "rm" && len(rest) == 1:
		return failed(updateRoutd(database, func(content *routdContent) error {
			delete(content.Groups, rest[0])
			return nil
		}))
	case action == "grant" && len(rest) >= 2:
		granted := grant{Principal: rest[0], Pattern: rest[1]}
		return failed(updateRoutd(database, func(content *routdContent) error {
			if !slices.Contains(content.ACL, granted) {
				content.ACL = append(content.ACL, granted)
			}
			return nil
		}))
	case action == "ungrant" && len(rest) == 2:
		granted := grant{Principal: rest[0], Pattern: rest[1]}
		return failed(updateRoutd(database, func(content *routdContent) error {
			content.ACL = slices.DeleteFunc(content.ACL, func(known grant) bool { return known == granted })
			return nil
		}))
	default:
		return errUsage
	}
}

// addGroup has a group answer a room: on Discord's servers only when mentioned.
func addGroup(folder, jid, name string) error {
	if err := setUpGroup(run.Variable("DATA_DIR", folder), name); err != nil {
		return err
	}
	_, room, _ := strings.Cut(jid, ":")
	return updateRoutd(routdPath(folder), func(content *routdContent) error {
		content.Groups[name] = group{}
		content.seedTasks(name)
		if strings.HasPrefix(jid, "discord:") && !strings.HasPrefix(room, "dm/") {
			content.addMessageRoute(-1, "room="+room+" verb=mention", name)
			content.addMessageRoute(0, "room="+room, name+observe)
		} else {
			content.addMessageRoute(0, "room="+room, name)
		}
		return nil
	})
}

func (content *routdContent) addMessageRoute(seq int, match, target string) int {
	id := 1
	for _, known := range content.MessageRoutes {
		id = max(id, known.ID+1)
	}
	content.MessageRoutes = append(content.MessageRoutes, messageRoute{ID: id, Seq: seq, Match: match, Target: target})
	return id
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
