package arizuko

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"text/tabwriter"
)

// An empty condition is shown, and can be given, as this.
const everything = "*"

// routeCommand keeps the table of which group a platform's messages go to.
func routeCommand(folder string, arguments []string) error {
	database := routdPath(folder)
	action, rest := arguments[0], arguments[1:]
	switch {
	case action == "list":
		content, err := readRoutd(database)
		printRoutes(content.MessageRoutes)
		return failed(err)
	case action == "add":
		return failed(addRoute(database, rest))
	case action == "rm" && len(rest) == 1:
		id, err := strconv.Atoi(rest[0])
		if err != nil {
			return fmt.Errorf("Failed: invalid id %q", rest[0])
		}
		return failed(updateRoutd(database, func(content *routdContent) error {
			isIt := func(route messageRoute) bool { return route.ID == id }
			content.MessageRoutes = slices.DeleteFunc(content.MessageRoutes, isIt)
			return nil
		}))
	default:
		return errUsage
	}
}

func printRoutes(routes []messageRoute) {
	if len(routes) == 0 {
		fmt.Println("no routes")
		return
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	defer table.Flush()
	fmt.Fprintln(table, "ID\tSEQ\tMATCH\tTARGET")
	for _, route := range routes {
		match := route.Match
		if match == "" {
			match = everything
		}
		fmt.Fprintf(table, "%d\t%d\t%s\t%s\n", route.ID, route.Seq, match, route.Target)
	}
}

func addRoute(database string, arguments []string) error {
	flags := flag.NewFlagSet("route add", flag.ContinueOnError)
	seq := flags.Int("seq", 0, "")
	flags.IntVar(seq, "s", 0, "")
	words, err := parseFlags(flags, arguments)
	if err != nil || len(words) != 2 {
		return errors.New("usage: arizuko route <instance> add <match> <target> [--seq N]")
	}
	match := words[0]
	if match == everything {
		match = ""
	}
	id := 0
	err = updateRoutd(database, func(content *routdContent) error {
		id = content.addMessageRoute(*seq, match, words[1])
		return nil
	})
	if err == nil {
		fmt.Printf("added route %d\n", id)
	}
	return err
}
