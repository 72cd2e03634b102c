package arizuko

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"standins/run"
)

// channel is where messages of a platform go.
type channel struct {
	Name        string   `json:"name"`
	URL         string   `json:"url"`
	Prefixes    []string `json:"jid_prefixes"`
	HealthFails int      `json:"health_fails"`
	token       string
	// Who registered it, and from where: nobody else may take the name.
	origin, principal string
}

// channels are known in memory only: routd forgets them when it restarts.
type channels struct {
	process  *run.Process
	verifier *verifier
	mutex    sync.Mutex
	byName   map[string]*channel
}

const (
	healthInterval = 30 * time.Second
	healthFailures = 3
)

func (channels *channels) mount(mux *http.ServeMux) {
	mux.HandleFunc("GET /v1/channels", channels.verifier.service("", channels.list))
	mux.HandleFunc("POST /v1/channels/register", channels.verifier.service("", channels.register))
	mux.HandleFunc("POST /v1/channels/deregister", channels.deregister)
}

func (channels *channels) list(writer http.ResponseWriter, _ *http.Request) {
	channels.mutex.Lock()
	defer channels.mutex.Unlock()
	list := []*channel{}
	for _, channel := range channels.byName {
		list = append(list, channel)
	}
	run.JSON(writer, http.StatusOK, run.Fields{"ok": true, "channels": list})
}

func (channels *channels) register(writer http.ResponseWriter, request *http.Request) {
	var asked channel
	err := json.NewDecoder(request.Body).Decode(&asked)
	if err != nil || asked.Name == "" || asked.URL == "" || len(asked.Prefixes) == 0 {
		run.JSON(writer, http.StatusBadRequest, run.Fields{"error": "name, url, jid_prefixes required"})
		return
	}
	if err := checkChannelURL(asked.URL); err != nil {
		run.JSON(writer, http.StatusBadRequest, run.Fields{"error": err.Error()})
		return
	}
	asked.origin, asked.principal, asked.token = peer(request), "", rand.Text()
	if channels.verifier != nil {
		if caller, err := channels.verifier.verify(request); err == nil {
			asked.principal = caller.Subject
		}
	}
	channels.mutex.Lock()
	defer channels.mutex.Unlock()
	known, isKnown := channels.byName[asked.Name]
	if isKnown && (known.origin != asked.origin || known.principal != asked.principal) {
		run.JSON(writer, http.StatusConflict, run.Fields{"error": "already registered"})
		return
	}
	channels.byName[asked.Name] = &asked
	channels.process.Record("registered", run.Fields{
		"name": asked.Name, "url": asked.URL, "principal": asked.principal,
	})
	run.JSON(writer, http.StatusOK, registration{OK: true, Token: asked.token})
}

func (channels *channels) deregister(writer http.ResponseWriter, request *http.Request) {
	channels.mutex.Lock()
	defer channels.mutex.Unlock()
	for name, channel := range channels.byName {
		if channel.token == bearer(request) {
			channels.forget(name, "it said farewell")
			okTrue(writer, request)
			return
		}
	}
	run.JSON(writer, http.StatusUnauthorized, run.Fields{"error": "invalid token"})
}

func (channels *channels) forget(name, reason string) {
	delete(channels.byName, name)
	channels.process.Record("deregistered", run.Fields{"name": name, "reason": reason})
}

// watch drops who does not answer three times.
func (channels *channels) watch() {
	client := http.Client{Timeout: 5 * time.Second}
	for {
		select {
		case <-channels.process.Stopping.Done():
			return
		case <-time.After(healthInterval):
		}
		channels.mutex.Lock()
		for name, channel := range channels.byName {
			channel.HealthFails++
			if answer, err := client.Get(channel.URL + "/health"); err == nil {
				answer.Body.Close()
				if answer.StatusCode == http.StatusOK {
					channel.HealthFails = 0
				}
			}
			if channel.HealthFails == healthFailures {
				channels.forget(name, "it did not answer")
			}
		}
		channels.mutex.Unlock()
	}
}

// send hands a message to the channel that its address begins with.
func (channels *channels) send(jid string, body any) error {
	channels.mutex.Lock()
	defer channels.mutex.Unlock()
	for _, channel := range channels.byName {
		for _, prefix := range channel.Prefixes {
			if strings.HasPrefix(jid, prefix) {
				var unsigned *tokenSource
				return unsigned.call(http.MethodPost, channel.URL+"/send", body, nil)
			}
		}
	}
	return fmt.Errorf("no channel for %s", jid)
}

type registration struct {
	OK    bool   `json:"ok"`
	Token string `json:"token"`
}
