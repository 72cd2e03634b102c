package arizuko

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

var packageName = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$`)

const routesSuffix = "-routes.json"

// packagesCommand installs what a folder brings: here, routes of proxyd.
func packagesCommand(folder string, arguments []string) error {
	switch action, rest := arguments[0], arguments[1:]; {
	case action == "list":
		content, err := readRoutd(routdPath(folder))
		if err != nil {
			return failed(err)
		}
		printSorted(content.Packages)
		return nil
	case action == "install" && len(rest) == 1:
		return failed(install(folder, rest[0]))
	case action == "remove" && len(rest) == 1:
		return failed(remove(folder, rest[0]))
	default:
		return errUsage
	}
}

func checkPackageName(name string) error {
	if !packageName.MatchString(name) {
		return fmt.Errorf("invalid package name %q (allowed chars: [A-Za-z0-9_.-], no leading '.', max 63)", name)
	}
	return nil
}

func install(folder, source string) error {
	name := filepath.Base(source)
	if err := checkPackageName(name); err != nil {
		return err
	}
	entries, err := os.ReadDir(source)
	if err != nil {
		return fmt.Errorf("read source %s: %w", source, err)
	}
	brought := installed{Source: source}
	var routes []route
	for _, entry := range entries {
		if !strings.HasSuffix(entry.Name(), ".yml") && !strings.HasSuffix(entry.Name(), routesSuffix) {
			continue
		}
		content, err := os.ReadFile(filepath.Join(source, entry.Name()))
		if err != nil {
			return err
		}
		if err := keepFile(filepath.Join(folder, "services"), entry.Name(), content); err != nil {
			return err
		}
		brought.Files = append(brought.Files, entry.Name())
		if !strings.HasSuffix(entry.Name(), routesSuffix) {
			continue
		}
		if err := json.Unmarshal(content, &routes); err != nil {
			return fmt.Errorf("parse %s: %w", entry.Name(), err)
		}
	}
	if len(brought.Files) == 0 {
		return fmt.Errorf("no compose fragment (*.yml) in source %s", source)
	}
	err = updateRoutd(routdPath(folder), func(content *routdContent) error {
		for _, route := range routes {
			content.putRoute(route)
			brought.Routes = append(brought.Routes, route.Path)
		}
		content.Packages[name] = brought
		return nil
	})
	if err == nil {
		fmt.Printf("installed %s (%d file(s), %d route(s))\n", name, len(brought.Files), len(brought.Routes))
	}
	return err
}

func keepFile(folder, name string, content []byte) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, name), content, 0o644)
}

// remove takes away what the package brought, also when that had replaced a row of another.
func remove(folder, name string) error {
	if err := checkPackageName(name); err != nil {
		return err
	}
	var brought installed
	err := updateRoutd(routdPath(folder), func(content *routdContent) error {
		known, isInstalled := content.Packages[name]
		if !isInstalled {
			return fmt.Errorf("remove %s: no such file or directory", name)
		}
		for _, path := range known.Routes {
			content.deleteRoute(path)
		}
		delete(content.Packages, name)
		brought = known
		return nil
	})
	if err != nil {
		return err
	}
	for _, file := range brought.Files {
		if err := os.Remove(filepath.Join(folder, "services", file)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	fmt.Printf("removed %s\n", name)
	return nil
}
