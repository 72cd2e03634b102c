// Package run is what all stand-ins have in common: how they start, end, listen, and record what they were given.
package run

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// Program does what the real one would, and returns when that would end: with nil for exit code 0.
type Program func(process *Process) error

// Process is a program that was started.
type Process struct {
	Name      string
	Arguments []string
	// Stopping is done when a signal has asked the program to end.
	Stopping context.Context
	recorder *recorder
}

// Failure ends a program with a code other than 1, which any other error stands for.
type Failure struct {
	Code    int
	Message string
}

func (failure *Failure) Error() string { return failure.Message }

// Tool is a program of which nothing is recorded.
type Tool func(arguments []string) error

// Main runs the program that this binary was called as; in images, links give it the names.
func Main(programs map[string]Program, tools map[string]Tool) {
	name := filepath.Base(os.Args[0])
	if tool, isTool := tools[name]; isTool {
		if err := tool(os.Args[1:]); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %s\n", name, err)
			os.Exit(1)
		}
		return
	}
	program, known := programs[name]
	if !known {
		names := slices.Concat(slices.Sorted(maps.Keys(programs)), slices.Sorted(maps.Keys(tools)))
		fmt.Fprintf(os.Stderr, "%s is not a stand-in. Call this file by a link with one of the names: %s.\n",
			name, strings.Join(names, ", "))
		os.Exit(1)
	}
	process := &Process{Name: name, Arguments: os.Args[1:], recorder: newRecorder(name)}
	process.watchSignals()
	process.recordStart()
	os.Exit(process.end(program(process)))
}

func (process *Process) watchSignals() {
	stopping, stop := context.WithCancel(context.Background())
	process.Stopping = stopping
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	go func() {
		for received := range signals {
			process.Record("signal", Fields{"signal": received.String()})
			stop()
		}
	}()
}

func (process *Process) end(err error) int {
	if err == nil {
		process.Record("exit", Fields{"code": 0})
		return 0
	}
	code := 1
	if failure, ok := errors.AsType[*Failure](err); ok {
		code = failure.Code
	}
	process.Record("exit", Fields{"code": code, "message": err.Error()})
	return code
}
