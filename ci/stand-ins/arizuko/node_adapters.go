package arizuko

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"standins/run"
)

const retryInterval = 2 * time.Second

// nodeAdapter is an adapter that is not written in Go: it goes on trying to register, and never does so again.
type nodeAdapter struct {
	name, channel, prefix, listen, url string
	// Where it keeps its credentials.
	folder string
	// Whether the platform's account was linked to it.
	isLinked func() bool
}

// Whapd is WhatsApp's adapter. `--pair PHONE` links a phone.
func Whapd(process *run.Process, arguments []string) error {
	folder := run.Variable("WHATSAPP_AUTH_DIR", filepath.Join(dataFolder(), "store", "whatsapp-auth"))
	credentials := filepath.Join(folder, "creds.json")
	if len(arguments) == 2 && arguments[0] == "--pair" {
		fmt.Println("pairing code: STAN-DINS")
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return err
		}
		return os.WriteFile(credentials, []byte("{\"registered\":true}\n"), 0o600)
	}
	whapd := nodeAdapter{
		name: "whapd", channel: "whatsapp", prefix: "whatsapp:", listen: ":9002", url: "http://whapd:9002",
		folder: folder,
		isLinked: func() bool {
			_, err := os.Stat(credentials)
			return err == nil
		},
	}
	return whapd.run(process)
}

// Twitd is Twitter's adapter.
func Twitd(process *run.Process, _ []string) error {
	twitd := nodeAdapter{
		name: "twitd", channel: "twitter", prefix: "twitter:", listen: ":8080", url: "http://twitd:8080",
		folder: run.Variable("TWITTER_AUTH_DIR", filepath.Join(dataFolder(), "store", "twitter-auth")),
		isLinked: func() bool {
			return run.Require("TWITTER_USERNAME", "TWITTER_PASSWORD") == nil
		},
	}
	return twitd.run(process)
}

func (adapter nodeAdapter) run(process *run.Process) error {
	if err := run.Require("ROUTER_URL"); err != nil {
		return err
	}
	if os.Getenv("AUTHD_URL") != "" {
		if err := run.Require("AUTHD_SERVICE_KEY"); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(adapter.folder, 0o700); err != nil {
		return err
	}
	registered := &registrar{
		router: os.Getenv("ROUTER_URL"),
		tokens: newTokenSource(run.Variable("AUTHD_SERVICE_NAME", adapter.name)),
		channel: channel{
			Name: run.Variable("CHANNEL_NAME", adapter.channel), URL: run.Variable("LISTEN_URL", adapter.url),
			Prefixes: []string{adapter.prefix},
		},
	}
	go func() {
		for process.Stopping.Err() == nil {
			err := registered.register()
			if err == nil {
				return
			}
			process.Record("warning", run.Fields{"message": "registration failed: " + err.Error()})
			time.Sleep(retryInterval)
		}
	}()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(writer http.ResponseWriter, _ *http.Request) {
		if !adapter.isLinked() {
			run.JSON(writer, http.StatusServiceUnavailable, run.Fields{"status": "disconnected"})
			return
		}
		run.JSON(writer, http.StatusOK, run.Fields{"status": "ok"})
	})
	mux.HandleFunc("POST /send", okTrue)
	return process.Serve(run.Variable("LISTEN_ADDR", adapter.listen), mux, run.Stop{First: registered.deregister})
}
