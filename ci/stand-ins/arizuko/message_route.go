package arizuko

import (
	"path"
	"slices"
	"strings"
)

// messageRoute is a row of the table that says which group a platform's messages go to; with #observe at the end of
// the target they are kept and not answered.
type messageRoute struct {
	ID     int    `json:"id"`
	Seq    int    `json:"seq"`
	Match  string `json:"match"`
	Target string `json:"target"`
}

const observe = "#observe"

// targetOf is the group that a message is for, by the first fitting route; "" if no route takes it. Web chats, webhooks
// and tasks never ask the table: `web:main/x` and `hook:main/label` name the group, and a task's address is it.
func (content routdContent) targetOf(jid string) string {
	platform, room, hasPlatform := strings.Cut(jid, ":")
	if !hasPlatform {
		return jid
	}
	if platform == "web" || platform == "hook" {
		folder, _, _ := strings.Cut(room, "/")
		return folder
	}
	routes := slices.Clone(content.MessageRoutes)
	slices.SortStableFunc(routes, func(a, b messageRoute) int { return a.Seq - b.Seq })
	for _, route := range routes {
		if route.fits(map[string]string{"platform": platform, "room": room}) {
			return route.Target
		}
	}
	return ""
}

// fits asks of each `key=pattern` that the message's property is like the pattern. What stand-ins do not know, such as
// the verb, never fits.
func (route messageRoute) fits(properties map[string]string) bool {
	for condition := range strings.FieldsSeq(route.Match) {
		key, pattern, _ := strings.Cut(condition, "=")
		if fits, err := path.Match(pattern, properties[key]); err != nil || !fits {
			return false
		}
	}
	return true
}
