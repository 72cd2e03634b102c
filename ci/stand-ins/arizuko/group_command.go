package arizuko

import (
	"fmt"
	"slices"
	"strings"

	"standins/run"
)

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
