package arizuko

import (
	"net"
	"net/http"
	"sync"
	"time"
)

// rateLimit allows each address so many requests in a minute.
type rateLimit struct {
	most  int
	mutex sync.Mutex
	times map[string][]time.Time
}

func newRateLimit(most int) *rateLimit {
	return &rateLimit{most: most, times: map[string][]time.Time{}}
}

func (limit *rateLimit) allows(address string) bool {
	limit.mutex.Lock()
	defer limit.mutex.Unlock()
	recent := []time.Time{}
	for _, at := range limit.times[address] {
		if time.Since(at) < time.Minute {
			recent = append(recent, at)
		}
	}
	isAllowed := len(recent) < limit.most
	if isAllowed {
		recent = append(recent, time.Now())
	}
	limit.times[address] = recent
	return isAllowed
}

// peer is the address that a connection comes from, whatever headers say.
func peer(request *http.Request) string {
	host, _, err := net.SplitHostPort(request.RemoteAddr)
	if err != nil {
		return request.RemoteAddr
	}
	return host
}
