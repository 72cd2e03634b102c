package arizuko

import (
	"fmt"
	"os"
	"strings"
	"time"

	"standins/run"
)

const (
	heartbeat = 3 * time.Minute
	// A credential with this word in it is one that the platform does not accept. It stands for real platforms, which
	// tests cannot reach.
	refusedWord = "refused"
)

// Adapter connects a platform: it registers at routd, and only then signs in there.
func Adapter(process *run.Process) error {
	kind := adapters[process.Name]
	if err := kind.check(); err != nil {
		return err
	}
	if err := run.Require("ROUTER_URL", "AUTHD_URL", "AUTHD_SERVICE_KEY"); err != nil {
		return err
	}
	name := run.Variable("CHANNEL_NAME", kind.channel)
	registered := &registrar{
		router: os.Getenv("ROUTER_URL"),
		tokens: newTokenSource(run.Variable("AUTHD_SERVICE_NAME", name)),
		channel: channel{
			Name: name, URL: run.Variable("LISTEN_URL", kind.url), Prefixes: []string{kind.prefix},
		},
	}
	if err := registered.register(); err != nil {
		return fmt.Errorf("router registration failed: %w", err)
	}
	go keepRegistered(process, registered)
	// From here on a failure leaves the channel registered until routd misses it.
	err := kind.signIn()
	if err != nil && kind.waitsForPlatform {
		process.Record("warning", run.Fields{"message": err.Error()})
	} else if err != nil {
		return fmt.Errorf("adapter start failed: %w", err)
	}
	if err := kind.resume(process, name); err != nil {
		return fmt.Errorf("adapter start failed: %w", err)
	}
	stop := run.Stop{First: registered.deregister, Grace: 10 * time.Second}
	return process.Serve(run.Variable("LISTEN_ADDR", kind.listen), adapterHandler(process, name), stop)
}

func (kind adapter) check() error {
	for _, variable := range kind.required {
		if err := run.Require(variable.name); err != nil {
			return err
		}
		if !variable.looks.MatchString(os.Getenv(variable.name)) {
			return fmt.Errorf("%s does not look like one: want %s", variable.name, variable.looks)
		}
	}
	if len(kind.oneOf) == 0 {
		return nil
	}
	for _, name := range kind.oneOf {
		if os.Getenv(name) != "" {
			return nil
		}
	}
	return fmt.Errorf("%s env required", strings.Join(kind.oneOf, " or "))
}

func keepRegistered(process *run.Process, registered *registrar) {
	for {
		select {
		case <-process.Stopping.Done():
			return
		case <-time.After(heartbeat):
		}
		if err := registered.register(); err != nil {
			process.Record("warning", run.Fields{"message": "channel heartbeat failed: " + err.Error()})
		}
	}
}
