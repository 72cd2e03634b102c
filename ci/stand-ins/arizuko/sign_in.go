package arizuko

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
)

// signedIn sends who has not signed in to do so. Without AUTH_SECRET nobody can have.
func (proxy *proxyd) signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		switch {
		case os.Getenv("AUTH_SECRET") == "":
			http.NotFound(writer, request)
		case proxy.identify(request):
			next.ServeHTTP(writer, request)
		default:
			toLogin.ServeHTTP(writer, request)
		}
	})
}

// identify writes on the request who sends it, and proves it by proxyd's own token.
func (proxy *proxyd) identify(request *http.Request) bool {
	if proxy.verifier == nil {
		return false
	}
	caller, err := proxy.verifier.verify(request)
	if err != nil {
		return false
	}
	content, err := readRoutd(proxy.database)
	if err != nil {
		return false
	}
	groups, err := json.Marshal(content.patternsOf(strings.TrimPrefix(caller.Subject, "user:")))
	if err != nil {
		return false
	}
	request.Header.Set("X-User-Sub", caller.Subject)
	request.Header.Set("X-User-Groups", string(groups))
	// Without a token the daemon behind refuses.
	_ = proxy.tokens.sign(request)
	return true
}
