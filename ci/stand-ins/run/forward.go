package run

import (
	"net/http"
	"net/http/httputil"
	"net/url"
)

// Forward passes requests on to another server; one that does not answer is a bad gateway.
func Forward(target *url.URL, change func(request *http.Request)) http.Handler {
	return &httputil.ReverseProxy{
		Rewrite: func(request *httputil.ProxyRequest) {
			request.SetURL(target)
			request.SetXForwarded()
			if change != nil {
				change(request.Out)
			}
		},
		ErrorHandler: func(writer http.ResponseWriter, request *http.Request, _ error) {
			Status(http.StatusBadGateway).ServeHTTP(writer, request)
		},
	}
}
