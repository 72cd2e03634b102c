package arizuko

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"strings"
	"time"
)

// tokenCommand hands out tokens: of chats and webhooks, which are addresses, and of users.
func tokenCommand(folder string, arguments []string) error {
	content, err := readRoutd(routdPath(folder))
	if err != nil {
		return failed(err)
	}
	action, rest := arguments[0], arguments[1:]
	switch {
	case action == "list" && len(rest) == 1:
		for _, token := range content.Tokens {
			if token.Folder == rest[0] {
				fmt.Println(token.JID)
			}
		}
		return nil
	case action == "revoke" && len(rest) == 1:
		return failed(updateRoutd(routdPath(folder), func(content *routdContent) error {
			for id, token := range content.Tokens {
				if token.JID == rest[0] {
					delete(content.Tokens, id)
				}
			}
			return nil
		}))
	case action == "issue" && len(rest) >= 2 && rest[0] == "bearer":
		return failed(issueBearer(folder, content, rest[1:]))
	case action == "issue" && len(rest) >= 2:
		return failed(issueAddress(folder, content, rest))
	default:
		return errUsage
	}
}

func issueAddress(folder string, content routdContent, words []string) error {
	kind, owner := words[0], words[1]
	jid := ""
	switch {
	case kind == "chat":
		jid = "web:" + strings.Join(words[1:], "/")
	case (kind == "webhook" || kind == "hook") && len(words) >= 3:
		jid = "hook:" + strings.Join(words[1:], "/")
	case kind == "webhook" || kind == "hook":
		return errors.New("usage: arizuko token <instance> issue webhook <folder> <label>")
	default:
		return fmt.Errorf("unknown kind %q; use chat or webhook", kind)
	}
	if err := content.requireGroup(owner); err != nil {
		return err
	}
	token := rand.Text()
	err := updateRoutd(routdPath(folder), func(content *routdContent) error {
		content.Tokens[digest(token)] = routeToken{JID: jid, Folder: owner}
		return nil
	})
	if err == nil {
		fmt.Printf("jid:   %s\ntoken: %s\n", jid, token)
	}
	return err
}

// issueBearer signs with authd's own key, which authd must have made.
func issueBearer(folder string, content routdContent, arguments []string) error {
	flags := flag.NewFlagSet("token issue bearer", flag.ContinueOnError)
	scope := flags.String("scope", "", "")
	flags.StringVar(scope, "s", "", "")
	life := flags.Duration("ttl", time.Hour, "")
	flags.DurationVar(life, "t", time.Hour, "")
	subject := flags.String("sub", "user:cli", "")
	words, err := parseFlags(flags, arguments)
	if err != nil || len(words) != 1 {
		return errors.New(
			"usage: arizuko token <instance> issue bearer <folder> --scope|-s s1,s2 [--ttl|-t 1h] [--sub SUB]")
	}
	if *scope == "" {
		return errors.New("--scope is required (strict: no default scope)")
	}
	if err := content.requireGroup(words[0]); err != nil {
		return err
	}
	key, err := signingKey(ownerPath(folder, "authd"))
	if err != nil {
		return err
	}
	token, err := key.mint(*subject, strings.Split(*scope, ","), words[0], *life)
	if err == nil {
		fmt.Printf("sub:     %s\nfolder:  %s\nscope:   %s\ntoken:   %s\n", *subject, words[0], *scope, token)
	}
	return err
}

func (content routdContent) requireGroup(name string) error {
	if _, isThere := content.Groups[name]; !isThere {
		return fmt.Errorf("group %q not found", name)
	}
	return nil
}

func digest(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
