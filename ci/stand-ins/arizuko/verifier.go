package arizuko

import (
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"

	"standins/run"
)

// verifier checks tokens by authd's key, which it asks for when it first needs it. Without AUTHD_URL there is none,
// and everybody is let in.
type verifier struct {
	authd  string
	mutex  sync.Mutex
	public ed25519.PublicKey
}

func newVerifier() *verifier {
	authd := os.Getenv("AUTHD_URL")
	if authd == "" {
		return nil
	}
	return &verifier{authd: authd}
}

func (verifier *verifier) verify(request *http.Request) (claims, error) {
	public, err := verifier.key()
	if err != nil {
		return claims{}, err
	}
	return verify(public, bearer(request))
}

func (verifier *verifier) key() (ed25519.PublicKey, error) {
	verifier.mutex.Lock()
	defer verifier.mutex.Unlock()
	if verifier.public != nil {
		return verifier.public, nil
	}
	answer, err := http.Get(verifier.authd + "/v1/keys")
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	var set keySet
	if err := json.NewDecoder(answer.Body).Decode(&set); err != nil {
		return nil, err
	}
	if len(set.Keys) == 0 {
		return nil, errors.New("authd has no keys")
	}
	public, err := encoding.DecodeString(set.Keys[0].X)
	if err != nil || len(public) != ed25519.PublicKeySize {
		return nil, errors.New("authd's key is not one")
	}
	verifier.public = public
	return public, nil
}

type keySet struct {
	Keys []jsonWebKey `json:"keys"`
}

type jsonWebKey struct {
	Type  string `json:"kty"`
	Curve string `json:"crv"`
	X     string `json:"x"`
}

// service lets in daemons that hold a token of authd's, with the scope asked for if one is.
func (verifier *verifier) service(scope string, next http.HandlerFunc) http.HandlerFunc {
	if verifier == nil {
		return next
	}
	return func(writer http.ResponseWriter, request *http.Request) {
		caller, err := verifier.verify(request)
		switch {
		case err != nil || !strings.HasPrefix(caller.Subject, "service:"):
			run.JSON(writer, http.StatusUnauthorized, run.Fields{"error": "invalid service token"})
		case scope != "" && !slices.Contains(caller.Scope, scope):
			run.JSON(writer, http.StatusForbidden, run.Fields{"error": "missing scope " + scope})
		default:
			next(writer, request)
		}
	}
}

// user lets in what proxyd has put a user's name on, which its own token proves.
func (verifier *verifier) user(refused, next http.Handler) http.Handler {
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		if verifier != nil {
			caller, err := verifier.verify(request)
			if err != nil || caller.Subject != "service:proxyd" || request.Header.Get("X-User-Sub") == "" {
				refused.ServeHTTP(writer, request)
				return
			}
		}
		next.ServeHTTP(writer, request)
	})
}

var toLogin = http.RedirectHandler("/auth/login", http.StatusSeeOther)

// isOperator tells by what proxyd says of the user, and by that alone.
func isOperator(request *http.Request) bool {
	var groups []string
	return json.Unmarshal([]byte(request.Header.Get("X-User-Groups")), &groups) == nil && slices.Contains(groups, "**")
}
