package arizuko

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"strings"
	"time"

	"standins/jsonfile"
	"standins/run"
)

type exchange struct {
	Daemon string `json:"daemon"`
}

type exchanged struct {
	Token string   `json:"token"`
	Type  string   `json:"token_type"`
	Scope []string `json:"scope"`
}

// Authd hands out tokens.
func Authd(process *run.Process) error {
	run.LoadDotEnv(".")
	path := os.Getenv("DATABASE")
	if path == "" {
		if run.Require("DATA_DIR") != nil {
			return errors.New("DATABASE or DATA_DIR env required")
		}
		path = ownerPath(dataFolder(), "authd")
	}
	if err := checkOwn(path); err != nil {
		return err
	}
	if err := makeSigningKey(path); err != nil {
		return err
	}
	key, err := signingKey(path)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(writer http.ResponseWriter, request *http.Request) {
		if jsonfile.Check(path) != nil {
			run.Status(http.StatusServiceUnavailable).ServeHTTP(writer, request)
			return
		}
		run.Text("ok").ServeHTTP(writer, request)
	})
	mux.HandleFunc("GET /v1/keys", func(writer http.ResponseWriter, _ *http.Request) {
		public := jsonWebKey{Type: "OKP", Curve: "Ed25519", X: encoding.EncodeToString(key.public())}
		run.JSON(writer, http.StatusOK, keySet{Keys: []jsonWebKey{public}})
	})
	mux.HandleFunc("POST /v1/service-token", exchangeKey(key, serviceKeys()))
	mountLogin(mux)
	run.Metrics(mux)
	return process.Serve(run.Variable("LISTEN_ADDR", ":8080"), mux, run.Stop{Grace: 5 * time.Second})
}

func makeSigningKey(path string) error {
	return jsonfile.Update(path, func(content *authContent) error {
		if len(content.Seed) == 0 {
			content.Seed = make([]byte, ed25519.SeedSize)
			rand.Read(content.Seed)
		}
		return nil
	})
}

// serviceKeys is who holds which key. Of two with the same key, the one named last has it.
func serviceKeys() map[string]string {
	holders := map[string]string{}
	for entry := range strings.SplitSeq(os.Getenv("AUTHD_SERVICE_KEYS"), ",") {
		if holder, key, isPair := strings.Cut(strings.TrimSpace(entry), "="); isPair && key != "" {
			holders[key] = holder
		}
	}
	if key := os.Getenv("AUTHD_SERVICE_KEY"); key != "" {
		holders[key] = "service:authd"
	}
	return holders
}

func exchangeKey(key authContent, holders map[string]string) http.HandlerFunc {
	return func(writer http.ResponseWriter, request *http.Request) {
		var asked exchange
		if json.NewDecoder(request.Body).Decode(&asked) != nil || asked.Daemon == "" {
			run.JSON(writer, http.StatusBadRequest, run.Fields{"error": "daemon required"})
			return
		}
		subject := "service:" + asked.Daemon
		if holders[bearer(request)] != subject {
			run.JSON(writer, http.StatusUnauthorized, run.Fields{"error": "unknown daemon or hash mismatch"})
			return
		}
		scope := serviceScopes[asked.Daemon]
		token, err := key.mint(subject, scope, "", tokenLife)
		if err != nil {
			http.Error(writer, err.Error(), http.StatusInternalServerError)
			return
		}
		run.JSON(writer, http.StatusOK, exchanged{Token: token, Type: "Bearer", Scope: scope})
	}
}
