package arizuko

import (
	"net/http"
	"net/url"
	"strings"

	"standins/run"
)

// byTable answers what is not built in.
func (proxy *proxyd) byTable(writer http.ResponseWriter, request *http.Request) {
	content, err := readRoutd(proxy.database)
	if err != nil {
		http.Error(writer, err.Error(), http.StatusInternalServerError)
		return
	}
	route := matchRoute(content.ProxydRoutes, request.URL.Path)
	switch {
	case route == nil && (request.URL.Path == "/dav" || strings.HasPrefix(request.URL.Path, "/dav/")):
		http.Error(writer, "WebDAV not configured", http.StatusNotFound)
	case route == nil:
		http.Redirect(writer, request, "/pub"+request.URL.Path, http.StatusFound)
	case route.RedirectTo != "":
		http.Redirect(writer, request, route.RedirectTo, http.StatusFound)
	default:
		proxy.forwardRoute(*route, content, writer, request)
	}
}

func (proxy *proxyd) forwardRoute(
	route route, content routdContent, writer http.ResponseWriter, request *http.Request,
) {
	backend, err := url.Parse(route.Backend)
	if err != nil {
		http.NotFound(writer, request)
		return
	}
	handler := run.Forward(backend, nil)
	if route.StripPrefix {
		handler = http.StripPrefix(strings.TrimSuffix(route.Path, "/"), handler)
	}
	switch {
	case route.Path == "/chat/" || route.Path == "/hook/":
		proxy.byToken(handler, content, writer, request)
	case route.Auth == "public":
		handler.ServeHTTP(writer, request)
	default:
		proxy.signedIn(handler).ServeHTTP(writer, request)
	}
}

// byToken serves chats and webhooks: whoever has not signed in shares a limit with all from the same address.
func (proxy *proxyd) byToken(
	next http.Handler, content routdContent, writer http.ResponseWriter, request *http.Request,
) {
	if !proxy.identify(request) && !proxy.limit.allows(peer(request)) {
		http.Error(writer, "rate limit exceeded", http.StatusTooManyRequests)
		return
	}
	token, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(request.URL.Path, "/chat/"), "/hook/"), "/")
	if found, isKnown := content.Tokens[digest(token)]; isKnown {
		request.Header.Set("X-Folder", found.Folder)
		request.Header.Set("X-Chat-Token", token)
	}
	next.ServeHTTP(writer, request)
}
