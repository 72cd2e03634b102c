package arizuko

import (
	"net/http"
	"net/url"
	"os"

	"standins/run"
)

// provider is a way to sign in, there when both its variables are.
type provider struct {
	name, id, secret, address string
}

var providers = []provider{
	{"github", "GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET", "https://github.com/login/oauth/authorize"},
	{"google", "GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "https://accounts.google.com/o/oauth2/v2/auth"},
	{"discord", "DISCORD_CLIENT_ID", "DISCORD_CLIENT_SECRET", "https://discord.com/oauth2/authorize"},
}

// There is no login without AUTH_BASE_URL, nor, silently, with a bad ASSISTANT_NAME.
func mountLogin(mux *http.ServeMux) {
	base := os.Getenv("AUTH_BASE_URL")
	if base == "" || checkAssistantName() != nil {
		return
	}
	mux.Handle("GET /auth/login", run.Text("Sign in"))
	for _, provider := range providers {
		if run.Require(provider.id, provider.secret) != nil {
			continue
		}
		query := url.Values{
			"client_id":    {os.Getenv(provider.id)},
			"redirect_uri": {base + "/auth/" + provider.name + "/callback"},
		}
		address := provider.address + "?" + query.Encode()
		mux.Handle("GET /auth/"+provider.name, http.RedirectHandler(address, http.StatusFound))
	}
}
