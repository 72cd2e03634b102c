package run

import (
	"encoding/json"
	"io"
	"net/http"
)

// Text answers every request with a text.
func Text(text string) http.Handler {
	return http.HandlerFunc(func(writer http.ResponseWriter, _ *http.Request) {
		// A client that is gone needs no answer.
		_, _ = io.WriteString(writer, text)
	})
}

// Status answers every request with a bare status.
func Status(status int) http.Handler {
	return http.HandlerFunc(func(writer http.ResponseWriter, _ *http.Request) {
		http.Error(writer, http.StatusText(status), status)
	})
}

// JSON writes an answer.
func JSON(writer http.ResponseWriter, status int, value any) {
	writer.Header().Set("Content-Type", "application/json")
	writer.WriteHeader(status)
	_ = json.NewEncoder(writer).Encode(value)
}
