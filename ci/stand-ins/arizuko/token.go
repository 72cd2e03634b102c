package arizuko

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"standins/jsonfile"
)

// claims say whom a token is for. Real tokens are signed by another method; charts cannot tell.
type claims struct {
	Subject string   `json:"sub"`
	Scope   []string `json:"scope"`
	Folder  string   `json:"arz/folder,omitempty"`
	Expires int64    `json:"exp"`
}

// authContent is what auth.db holds: the key that signs tokens.
type authContent struct {
	Seed []byte `json:"seed"`
}

var encoding = base64.RawURLEncoding

func (key authContent) private() ed25519.PrivateKey { return ed25519.NewKeyFromSeed(key.Seed) }

func (key authContent) public() ed25519.PublicKey {
	// What Public returns for an Ed25519 key.
	return key.private().Public().(ed25519.PublicKey)
}

// signingKey is the key that authd made when it first started.
func signingKey(path string) (authContent, error) {
	key, err := jsonfile.Read[authContent](path)
	if err == nil && len(key.Seed) != ed25519.SeedSize {
		err = errors.New("no active signing key in auth.db: authd makes it when it first starts")
	}
	return key, err
}

func (key authContent) mint(subject string, scope []string, folder string, life time.Duration) (string, error) {
	header, err := json.Marshal(map[string]string{"alg": "EdDSA", "typ": "JWT"})
	if err != nil {
		return "", err
	}
	expires := time.Now().Add(life).Unix()
	body, err := json.Marshal(claims{Subject: subject, Scope: scope, Folder: folder, Expires: expires})
	if err != nil {
		return "", err
	}
	signed := encoding.EncodeToString(header) + "." + encoding.EncodeToString(body)
	return signed + "." + encoding.EncodeToString(ed25519.Sign(key.private(), []byte(signed))), nil
}

// verify reads a token that the key has signed.
func verify(public ed25519.PublicKey, token string) (claims, error) {
	var verified claims
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return verified, errors.New("not a token")
	}
	signature, err := encoding.DecodeString(parts[2])
	if err != nil || !ed25519.Verify(public, []byte(parts[0]+"."+parts[1]), signature) {
		return verified, errors.New("the token's signature is wrong")
	}
	body, err := encoding.DecodeString(parts[1])
	if err != nil {
		return verified, err
	}
	if err := json.Unmarshal(body, &verified); err != nil {
		return verified, err
	}
	if time.Now().Unix() > verified.Expires {
		return verified, fmt.Errorf("the token of %s has expired", verified.Subject)
	}
	return verified, nil
}

func bearer(request *http.Request) string {
	token, isBearer := strings.CutPrefix(request.Header.Get("Authorization"), "Bearer ")
	if !isBearer {
		return ""
	}
	return token
}
