// Package jsonfile keeps in a JSON file what the real programs keep in an SQLite file of the same name.
//
// It asks of the file system what SQLite's write-ahead log does: the file must be there (an empty one is an empty
// database), and its folder writable, since there is a second file beside it while something is written.
package jsonfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"standins/run"
)

// Check tells why a database cannot be opened.
func Check(path string) error {
	if _, err := os.Stat(path); err != nil {
		return err
	}
	for _, needed := range []string{path, filepath.Dir(path)} {
		if !run.IsWritable(needed) {
			return fmt.Errorf("attempt to write a readonly database: %s is not writable", needed)
		}
	}
	return nil
}

// Read reads the database.
func Read[T any](path string) (T, error) {
	var content T
	if err := Check(path); err != nil {
		return content, err
	}
	bytesRead, err := os.ReadFile(path)
	if err != nil {
		return content, err
	}
	if len(bytes.TrimSpace(bytesRead)) == 0 {
		return content, nil
	}
	if err := json.Unmarshal(bytesRead, &content); err != nil {
		return content, fmt.Errorf("file is not a database: %s: %w", path, err)
	}
	return content, nil
}

// Update changes the database, while no other program does.
func Update[T any](path string, change func(content *T) error) error {
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	// Closing it gives the lock back.
	defer folder.Close()
	if err := syscall.Flock(int(folder.Fd()), syscall.LOCK_EX); err != nil {
		return err
	}
	content, err := Read[T](path)
	if err != nil {
		return err
	}
	if err := change(&content); err != nil {
		return err
	}
	text, err := json.MarshalIndent(content, "", "  ")
	if err != nil {
		return err
	}
	return replace(path, padded(text))
}

// SQLite's files are pages, and every table has one at least: a database with tables is never as small as JSON is.
const (
	page      = 4096
	leastSize = 16 * page
)

func padded(text []byte) []byte {
	size := max(leastSize, (len(text)/page+1)*page)
	return append(text, bytes.Repeat([]byte("\n"), size-len(text))...)
}

func replace(path string, content []byte) error {
	beside := path + "-wal"
	if err := os.WriteFile(beside, content, 0o644); err != nil {
		return err
	}
	return os.Rename(beside, path)
}
