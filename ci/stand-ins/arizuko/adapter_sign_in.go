package arizuko

import (
	"errors"
	"net"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"standins/run"
)

func (kind adapter) signIn() error {
	names := slices.Clone(kind.oneOf)
	for _, variable := range kind.required {
		names = append(names, variable.name)
	}
	for _, name := range names {
		if strings.Contains(os.Getenv(name), refusedWord) {
			return errors.New("the platform does not accept " + name)
		}
	}
	if kind.platform == "" {
		return nil
	}
	return reach(run.Variable(kind.platform, kind.platformDefault))
}

func reach(address string) error {
	parsed, err := url.Parse(address)
	if err != nil {
		return err
	}
	port := parsed.Port()
	if port == "" {
		port = parsed.Scheme
	}
	connection, err := net.DialTimeout("tcp", net.JoinHostPort(parsed.Hostname(), port), 5*time.Second)
	if err != nil {
		return err
	}
	return connection.Close()
}
