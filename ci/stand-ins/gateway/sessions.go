package gateway

import (
	"crypto/rand"
	"encoding/json"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"

	"standins/run"
)

const (
	cookieName  = "better-auth.session_token"
	emailHeader = "X-BetterAuth-Email"
)

// Sessions live in memory: which replica has them is not what charts are about.
type sessions struct {
	process *run.Process
	emails  sync.Map // by token
}

// askForLink sends the link to the log, or would send it by e-mail.
func (sessions *sessions) askForLink(writer http.ResponseWriter, request *http.Request) {
	var body struct {
		Email string `json:"email"`
	}
	if json.NewDecoder(request.Body).Decode(&body) != nil || body.Email == "" {
		run.Status(http.StatusBadRequest).ServeHTTP(writer, request)
		return
	}
	allowed := os.Getenv("GUI_AUTH_ALLOWED_EMAILS")
	switch {
	case allowed != "" && !slices.Contains(strings.Split(allowed, ","), body.Email):
		run.Status(http.StatusForbidden).ServeHTTP(writer, request)
	case isLogOnly():
		token := rand.Text()
		sessions.emails.Store(token, body.Email)
		sessions.process.Record("magic link", run.Fields{"path": "/api/auth/magic-link/verify?token=" + token})
		run.JSON(writer, http.StatusOK, run.Fields{"status": true})
	case !hasSMTP():
		run.JSON(writer, http.StatusInternalServerError, run.Fields{"error": "no SMTP server is configured"})
	default:
		run.JSON(writer, http.StatusOK, run.Fields{"status": true})
	}
}

// followLink makes a session of the link.
func (sessions *sessions) followLink(writer http.ResponseWriter, request *http.Request) {
	token := request.URL.Query().Get("token")
	if _, isKnown := sessions.emails.Load(token); !isKnown {
		run.Status(http.StatusUnauthorized).ServeHTTP(writer, request)
		return
	}
	http.SetCookie(writer, &http.Cookie{Name: cookieName, Value: token, Path: "/", HttpOnly: true})
	http.Redirect(writer, request, "/", http.StatusFound)
}

// required lets pass who has a session; programs are told so, people sent to sign in.
func (sessions *sessions) required(login string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		cookie, err := request.Cookie(cookieName)
		email, isKnown := any(nil), false
		if err == nil {
			email, isKnown = sessions.emails.Load(cookie.Value)
		}
		text, isText := email.(string)
		switch {
		case isKnown && isText:
			request.Header.Set(emailHeader, text)
			next.ServeHTTP(writer, request)
		case strings.HasPrefix(request.URL.Path, "/api") || strings.HasPrefix(request.URL.Path, "/ws/"):
			run.JSON(writer, http.StatusUnauthorized, run.Fields{"error": "unauthorized"})
		default:
			http.Redirect(writer, request, login, http.StatusFound)
		}
	})
}

func hasSMTP() bool {
	return os.Getenv("GUI_AUTH_SMTP_HOST") != "" && os.Getenv("GUI_AUTH_SMTP_FROM") != ""
}

func isLogOnly() bool {
	chosen := os.Getenv("GUI_AUTH_MAGIC_LINK_LOG_ONLY")
	if chosen == "" {
		return !hasSMTP()
	}
	return slices.Contains([]string{"1", "true", "yes", "on"}, strings.ToLower(chosen))
}
