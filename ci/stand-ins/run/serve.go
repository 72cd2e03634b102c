package run

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"time"
)

// Stop is how a server ends once a signal has asked it to.
type Stop struct {
	// First is done before anything else, such as a farewell to others.
	First func()
	// Grace is how long requests may take to end.
	Grace time.Duration
}

// Serve answers requests on an address until a signal ends it.
func (process *Process) Serve(address string, handler http.Handler, stop Stop) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	return process.ServeOn(listener, handler, stop)
}

// ServeOn is Serve for a listener that is there already.
func (process *Process) ServeOn(listener net.Listener, handler http.Handler, stop Stop) error {
	server := &http.Server{
		Handler:           process.recorded(handler),
		ReadHeaderTimeout: 10 * time.Second,
		// Records are all that goes to stderr.
		ErrorLog: log.New(io.Discard, "", 0),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	process.Record("listening", Fields{"address": listener.Addr().String()})
	select {
	case err := <-failed:
		return err
	case <-process.Stopping.Done():
	}
	if stop.First != nil {
		stop.First()
	}
	grace, cancel := context.WithTimeout(context.Background(), stop.Grace)
	defer cancel()
	if server.Shutdown(grace) != nil {
		process.Record("cut off", Fields{"grace": stop.Grace.String()})
		return server.Close()
	}
	return nil
}

// WaitForSignal is Serve for a program without a server.
func (process *Process) WaitForSignal() error {
	<-process.Stopping.Done()
	return nil
}

func (process *Process) recorded(handler http.Handler) http.Handler {
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		method, path := request.Method, request.URL.Path
		watched := &statusWriter{ResponseWriter: writer, status: http.StatusOK}
		handler.ServeHTTP(watched, request)
		process.Record("request", Fields{
			"method": method, "path": path, "status": watched.status, "agent": request.UserAgent(),
		})
	})
}

type statusWriter struct {
	http.ResponseWriter
	status int
}

func (writer *statusWriter) WriteHeader(status int) {
	writer.status = status
	writer.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController flush, as proxies do.
func (writer *statusWriter) Unwrap() http.ResponseWriter { return writer.ResponseWriter }

// Metrics adds GET /metrics where METRICS_ENABLED asks for it.
func Metrics(mux *http.ServeMux) {
	if os.Getenv("METRICS_ENABLED") == "true" {
		mux.Handle("GET /metrics", Text("# TYPE up gauge\nup 1\n"))
	}
}
