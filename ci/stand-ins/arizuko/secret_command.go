package arizuko

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"

	"standins/run"
)

var secretKeyName = regexp.MustCompile(`^[A-Z][A-Z0-9_]*$`)

// secretCommand keeps secrets of groups.
func secretCommand(folder string, arguments []string) error {
	// Where the key may be, besides the environment.
	run.LoadDotEnv(folder)
	database := routdPath(folder)
	action, rest := arguments[0], arguments[1:]
	switch {
	case action == "set":
		return failed(setSecret(database, rest))
	case action == "list" && len(rest) == 1:
		content, err := readRoutd(database)
		for name := range content.Secrets {
			if key, isOfGroup := strings.CutPrefix(name, rest[0]+"/"); isOfGroup {
				fmt.Println(key)
			}
		}
		return failed(err)
	case action == "delete" && len(rest) == 2:
		return failed(updateRoutd(database, func(content *routdContent) error {
			delete(content.Secrets, rest[0]+"/"+rest[1])
			return nil
		}))
	default:
		return errUsage
	}
}

func setSecret(database string, arguments []string) error {
	flags := flag.NewFlagSet("secret set", flag.ContinueOnError)
	value := flags.String("value", "", "")
	flags.StringVar(value, "v", "", "")
	words, err := parseFlags(flags, arguments)
	switch {
	case err != nil || len(words) != 2:
		return errors.New("usage: arizuko secret <instance> set <folder> KEY --value|-v V")
	case *value == "":
		return errors.New("--value required")
	case !secretKeyName.MatchString(words[1]):
		return errors.New("key must match ^[A-Z][A-Z0-9_]*$")
	}
	err = updateRoutd(database, func(content *routdContent) error {
		content.Secrets[words[0]+"/"+words[1]] = seal(*value)
		return nil
	})
	if err == nil {
		fmt.Printf("set folder/%s/%s\n", words[0], words[1])
	}
	return err
}

// seal does not encrypt: it says whether the real one would have. Without SECRETS_KEY the value stays as it is.
func seal(value string) string {
	if os.Getenv("SECRETS_KEY") == "" {
		return value
	}
	return "v2:" + digest(value)
}
