package arizuko

import (
	"net/http"
	"sync"
)

// registrar makes a channel known to routd.
type registrar struct {
	router  string
	tokens  *tokenSource
	channel channel
	mutex   sync.Mutex
	granted registration
}

func (registrar *registrar) register() error {
	var granted registration
	err := registrar.tokens.call(http.MethodPost, registrar.router+"/v1/channels/register", registrar.channel, &granted)
	if err == nil {
		registrar.mutex.Lock()
		defer registrar.mutex.Unlock()
		registrar.granted = granted
	}
	return err
}

// deregister says farewell; who does not hear it finds out by itself.
func (registrar *registrar) deregister() {
	registrar.mutex.Lock()
	defer registrar.mutex.Unlock()
	request, err := http.NewRequest(http.MethodPost, registrar.router+"/v1/channels/deregister", nil)
	if err != nil {
		return
	}
	request.Header.Set("Authorization", "Bearer "+registrar.granted.Token)
	if answer, err := http.DefaultClient.Do(request); err == nil {
		answer.Body.Close()
	}
}
