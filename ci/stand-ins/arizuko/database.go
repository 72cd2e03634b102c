package arizuko

import (
	"errors"
	"fmt"
	"os"
	"time"

	"standins/jsonfile"
)

// routdContent is what routd.db holds. A database without its tables, which dashd makes, has no acl.
type routdContent struct {
	ACL           []grant               `json:"acl"`
	ProxydRoutes  []route               `json:"proxydRoutes"`
	MessageRoutes []messageRoute        `json:"messageRoutes"`
	Groups        map[string]group      `json:"groups"`
	Tasks         map[string]task       `json:"tasks"`
	Tokens        map[string]routeToken `json:"tokens"`
	Secrets       map[string]string     `json:"secrets"`
	Packages      map[string]installed  `json:"packages"`
	Messages      []message             `json:"messages"`
}

// grant lets a principal do what it wants in the folders of a pattern.
type grant struct {
	Principal string `json:"principal"`
	Pattern   string `json:"pattern"`
}

type group struct {
	Product         string         `json:"product"`
	Config          map[string]any `json:"config"`
	ContainerConfig map[string]any `json:"containerConfig"`
}

type task struct {
	Folder  string    `json:"folder"`
	Prompt  string    `json:"prompt"`
	NextRun time.Time `json:"nextRun"`
}

// routeToken is what a chat or webhook address holds, by the digest of its text.
type routeToken struct {
	JID    string `json:"jid"`
	Folder string `json:"folder"`
}

// installed says what a package brought.
type installed struct {
	Source string   `json:"source"`
	Files  []string `json:"files"`
	Routes []string `json:"routes"`
}

type message struct {
	ID       string `json:"id"`
	ChatJID  string `json:"chat_jid"`
	Sender   string `json:"sender"`
	Content  string `json:"content"`
	Folder   string `json:"folder"`
	Observed bool   `json:"is_observed"`
	// Answered once an agent has run for it, or when none is to.
	Answered bool `json:"answered"`
}

// checkOwn is how authd, routd, runed and onbod open their own database.
func checkOwn(path string) error {
	err := jsonfile.Check(path)
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("database %s: no such file: an owner daemon never creates its own database; "+
			"run `arizuko create` first", path)
	}
	return err
}

// readRoutd is how the daemons beside routd open routd.db.
func readRoutd(path string) (routdContent, error) {
	content, err := jsonfile.Read[routdContent](path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return content, errors.New("open routd.db: unable to open database file: out of memory (14)")
	case err != nil:
		return content, fmt.Errorf("open routd.db: %w", err)
	case content.ACL == nil:
		return content, errors.New("open routd.db: no such table: acl")
	}
	return content, nil
}

// updateRoutd changes routd.db, whose tables must be there.
func updateRoutd(path string, change func(*routdContent) error) error {
	if _, err := readRoutd(path); err != nil {
		return err
	}
	return jsonfile.Update(path, change)
}

// migrateRoutd gives routd.db its tables, as routd and `arizuko create` do.
func migrateRoutd(path string) error {
	return jsonfile.Update(path, func(content *routdContent) error {
		if content.ACL == nil {
			content.ACL = []grant{{Principal: "role:operator", Pattern: "**"}}
		}
		content.Groups = orEmpty(content.Groups)
		content.Tasks = orEmpty(content.Tasks)
		content.Tokens = orEmpty(content.Tokens)
		content.Secrets = orEmpty(content.Secrets)
		content.Packages = orEmpty(content.Packages)
		return nil
	})
}

func orEmpty[V any](values map[string]V) map[string]V {
	if values == nil {
		return map[string]V{}
	}
	return values
}

// patternsOf are the folders that somebody may use.
func (content routdContent) patternsOf(subject string) []string {
	patterns := []string{}
	for _, grant := range content.ACL {
		if grant.Principal == subject {
			patterns = append(patterns, grant.Pattern)
		}
	}
	return patterns
}
