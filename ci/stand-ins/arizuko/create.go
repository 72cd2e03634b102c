package arizuko

import (
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"standins/run"
)

// create makes an instance. A second time it neither fails nor leaves things as they are: group main is as new again.
func create(process *run.Process, arguments []string) error {
	flags := flag.NewFlagSet("create", flag.ContinueOnError)
	product := flags.String("product", "", "")
	flags.StringVar(product, "p", "", "")
	words, err := parseFlags(flags, arguments)
	if err != nil || len(words) != 1 {
		return errors.New("usage: arizuko create <name> [--product|-p <name>]")
	}
	folder, err := instanceFolder(words[0])
	if err != nil {
		return err
	}
	run.LoadDotEnv(folder)
	if err := checkAssistantName(); err != nil {
		return failed(err)
	}
	if *product != "" {
		// The image has no products.
		return fmt.Errorf("Failed: unknown product %q — known: ", *product)
	}
	if err := fill(process, folder, words[0]); err != nil {
		return failed(err)
	}
	fmt.Printf("created instance %s at %s\n", words[0], folder)
	return nil
}

func fill(process *run.Process, folder, name string) error {
	for _, part := range []string{"services", "surrogate"} {
		if err := os.MkdirAll(filepath.Join(folder, part), 0o755); err != nil {
			return err
		}
	}
	if err := writeDotEnv(filepath.Join(folder, ".env"), name); err != nil {
		return err
	}
	for _, owner := range []string{"authd", "onbod", "routd", "runed"} {
		if err := touch(ownerPath(folder, owner)); err != nil {
			return err
		}
	}
	if err := migrateRoutd(routdPath(folder)); err != nil {
		return err
	}
	if err := handToNode(filepath.Join(folder, "store")); err != nil {
		process.Record("warning", run.Fields{"message": err.Error()})
	}
	err := updateRoutd(routdPath(folder), func(content *routdContent) error {
		// What else the group's config holds is kept.
		config := orEmpty(content.Groups[mainGroup].Config)
		config["model"] = nil
		content.Groups[mainGroup] = group{Config: config}
		content.seedTasks(mainGroup)
		return nil
	})
	if err != nil {
		return err
	}
	// Where this is depends on DATA_DIR, if that is set.
	return setUpGroup(run.Variable("DATA_DIR", folder), mainGroup)
}

// A file that is there, be it empty, is left alone.
func writeDotEnv(path, name string) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	variables := []string{
		"ASSISTANT_NAME=" + name, "CONTAINER_IMAGE=arizuko-ant:latest", "API_PORT=8080",
		"AUTH_SECRET=" + rand.Text(), "SECRETS_KEY=" + rand.Text(),
	}
	return os.WriteFile(path, []byte(strings.Join(variables, "\n")+"\n"), 0o600)
}

func touch(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return err
	}
	return file.Close()
}

// handToNode gives the databases to whom the daemons run as.
func handToNode(folder string) error {
	return filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chown(path, nodeUser, nodeUser)
	})
}

// seedTasks makes the tasks that every group has, due at once, unless they are there.
func (content *routdContent) seedTasks(folder string) {
	for _, span := range []string{"episodes", "day", "week", "month", "diary"} {
		id := folder + "-compact-" + span
		if _, isThere := content.Tasks[id]; !isThere {
			content.Tasks[id] = task{Folder: folder, Prompt: "/compact-memories " + span, NextRun: time.Now()}
		}
	}
}

// setUpGroup makes a group's folders, with the skills that the image has.
func setUpGroup(data, name string) error {
	home := filepath.Join(data, "groups", name)
	folders := []string{
		home, filepath.Join(home, "logs"), filepath.Join(home, ".claude"),
		filepath.Join(data, "web", "pub", name), filepath.Join(data, "web", "priv", name),
	}
	for _, folder := range folders {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
	}
	skills, copied := filepath.Join(sourceFolder(), "ant", "skills"), filepath.Join(home, ".claude", "skills")
	if _, err := os.Stat(skills); err != nil {
		// Left out without a word.
		return nil
	}
	if err := os.RemoveAll(copied); err != nil {
		return err
	}
	return os.CopyFS(copied, os.DirFS(skills))
}
