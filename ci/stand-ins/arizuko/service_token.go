package arizuko

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"sync"
	"time"
)

const tokenLife = time.Hour

// tokenSource trades a daemon's key for tokens, anew before one expires.
type tokenSource struct {
	authd, daemon, key string
	mutex              sync.Mutex
	token              string
	renewAt            time.Time
}

// newTokenSource is nil when there is nothing to trade.
func newTokenSource(daemon string) *tokenSource {
	authd, key := os.Getenv("AUTHD_URL"), os.Getenv("AUTHD_SERVICE_KEY")
	if authd == "" || key == "" {
		return nil
	}
	return &tokenSource{authd: authd, daemon: daemon, key: key}
}

func (source *tokenSource) get() (string, error) {
	source.mutex.Lock()
	defer source.mutex.Unlock()
	if time.Now().Before(source.renewAt) {
		return source.token, nil
	}
	body, err := json.Marshal(exchange{Daemon: source.daemon})
	if err != nil {
		return "", err
	}
	request, err := http.NewRequest(http.MethodPost, source.authd+"/v1/service-token", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	request.Header.Set("Authorization", "Bearer "+source.key)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", fmt.Errorf("service token of %s: %w", source.daemon, err)
	}
	defer answer.Body.Close()
	var granted exchanged
	if answer.StatusCode != http.StatusOK {
		return "", fmt.Errorf("service token of %s: authd answered %s", source.daemon, answer.Status)
	}
	if err := json.NewDecoder(answer.Body).Decode(&granted); err != nil {
		return "", err
	}
	source.token, source.renewAt = granted.Token, time.Now().Add(tokenLife/2)
	return source.token, nil
}

// sign puts a token on the request; without a key it goes as it is.
func (source *tokenSource) sign(request *http.Request) error {
	if source == nil {
		return nil
	}
	token, err := source.get()
	if err == nil {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	return err
}

// call sends JSON, and fails unless the answer is a success, whose body it puts into answer unless that is nil.
func (source *tokenSource) call(method, address string, body, answer any) error {
	content, err := json.Marshal(body)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(method, address, bytes.NewReader(content))
	if err != nil {
		return err
	}
	if err := source.sign(request); err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode >= http.StatusMultipleChoices {
		return fmt.Errorf("%s %s: %s", method, address, response.Status)
	}
	if answer == nil {
		return nil
	}
	return json.NewDecoder(response.Body).Decode(answer)
}
