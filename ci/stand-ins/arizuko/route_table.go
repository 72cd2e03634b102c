package arizuko

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"standins/run"
)

// routeTable is the table's own interface. Without AUTHD_URL it believes whoever names an operator.
func (proxy *proxyd) routeTable(writer http.ResponseWriter, request *http.Request) {
	subject := request.Header.Get("X-User-Sub")
	if proxy.verifier != nil {
		subject = ""
		if caller, err := proxy.verifier.verify(request); err == nil {
			subject = strings.TrimPrefix(caller.Subject, "user:")
		}
	}
	content, err := readRoutd(proxy.database)
	switch {
	case err != nil:
		http.Error(writer, err.Error(), http.StatusInternalServerError)
		return
	case subject == "":
		run.JSON(writer, http.StatusUnauthorized, run.Fields{"error": "unauthorized"})
		return
	case len(content.patternsOf(subject)) == 0:
		run.JSON(writer, http.StatusForbidden, run.Fields{"error": "forbidden"})
		return
	}
	if request.Method == http.MethodGet {
		run.JSON(writer, http.StatusOK, content.ProxydRoutes)
		return
	}
	status, err := proxy.changeTable(request)
	if err != nil {
		http.Error(writer, err.Error(), http.StatusBadRequest)
		return
	}
	writer.WriteHeader(status)
}

func (proxy *proxyd) changeTable(request *http.Request) (int, error) {
	switch request.Method {
	case http.MethodPost:
		var added route
		if err := json.NewDecoder(request.Body).Decode(&added); err != nil {
			return 0, err
		}
		return http.StatusCreated, updateRoutd(proxy.database, func(content *routdContent) error {
			content.putRoute(added)
			return nil
		})
	case http.MethodDelete:
		return http.StatusNoContent, updateRoutd(proxy.database, func(content *routdContent) error {
			if !content.deleteRoute("/" + request.PathValue("path")) {
				return errors.New("no such route")
			}
			return nil
		})
	default:
		return http.StatusMethodNotAllowed, nil
	}
}
