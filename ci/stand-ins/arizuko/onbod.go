package arizuko

import (
	"net/http"
	"os"

	"standins/run"
)

// Onbod takes new users in.
func Onbod(process *run.Process) error {
	if err := loadConfig(); err != nil {
		return err
	}
	if os.Getenv("ONBOARDING_ENABLED") == "0" {
		return nil
	}
	if err := run.Require("ONBOD_DB_PATH", "ROUTD_DB_PATH", "AUTHD_URL", "AUTHD_SERVICE_KEY"); err != nil {
		return err
	}
	if err := checkOwn(os.Getenv("ONBOD_DB_PATH")); err != nil {
		return err
	}
	if _, err := readRoutd(os.Getenv("ROUTD_DB_PATH")); err != nil {
		return err
	}
	verifier := newVerifier()
	mux := http.NewServeMux()
	mux.Handle("GET /health", run.Text("ok"))
	mux.Handle("/onboard", toLogin)
	mux.Handle("GET /invite/{token}", toLogin)
	mux.Handle("/dash/onbod/", verifier.user(run.Status(http.StatusForbidden), operators(run.Text("onbod"))))
	run.Metrics(mux)
	// Without its server it goes on.
	if err := process.Serve(run.Variable("ONBOD_LISTEN_ADDR", ":8080"), mux, run.Stop{}); err != nil {
		process.Record("error", run.Fields{"message": "http server: " + err.Error()})
	}
	return process.WaitForSignal()
}

func operators(next http.Handler) http.Handler {
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		if !isOperator(request) {
			run.Status(http.StatusForbidden).ServeHTTP(writer, request)
			return
		}
		next.ServeHTTP(writer, request)
	})
}
