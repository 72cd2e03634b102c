package docker

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"

	"standins/run"
)

const engineFailed = 125

// Client is the docker command, as far as runed uses it.
func Client(process *run.Process) error {
	flags := flag.NewFlagSet("docker", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	host := flags.String("host", run.Variable("DOCKER_HOST", defaultHost), "")
	flags.StringVar(host, "H", *host, "")
	if err := flags.Parse(process.Arguments); err != nil || flags.NArg() == 0 {
		return errors.New("usage: docker [--host ADDRESS] info|ps|run|stop|kill|rm")
	}
	engine, err := connect(*host)
	if err != nil {
		return err
	}
	switch verb := flags.Arg(0); verb {
	case "info":
		return engine.print("/info")
	case "ps":
		return engine.print("/containers")
	case "run":
		return engine.runContainer(flags.Args()[1:])
	case "stop", "kill", "rm":
		return nil
	default:
		return fmt.Errorf("docker: %q is not a docker command", verb)
	}
}

type client struct {
	host string
	http *http.Client
}

func connect(host string) (*client, error) {
	address, err := url.Parse(host)
	if err != nil {
		return nil, err
	}
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) {
		var dialer net.Dialer
		if address.Scheme == "unix" {
			return dialer.DialContext(ctx, "unix", address.Path)
		}
		return dialer.DialContext(ctx, "tcp", address.Host)
	}
	return &client{host: host, http: &http.Client{Transport: &http.Transport{DialContext: dial}}}, nil
}

func (client *client) unreachable(err error) error {
	return fmt.Errorf("cannot connect to the Docker daemon at %s: %w", client.host, err)
}

func (client *client) print(path string) error {
	answer, err := client.http.Get("http://docker" + path)
	if err != nil {
		return client.unreachable(err)
	}
	defer answer.Body.Close()
	_, err = io.Copy(os.Stdout, answer.Body)
	return err
}

func (client *client) runContainer(arguments []string) error {
	asked, err := parseRun(arguments)
	if err != nil {
		return &run.Failure{Code: engineFailed, Message: err.Error()}
	}
	input, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	asked.Input = string(input)
	body, err := json.Marshal(asked)
	if err != nil {
		return err
	}
	answer, err := client.http.Post("http://docker/containers", "application/json", bytes.NewReader(body))
	if err != nil {
		return &run.Failure{Code: engineFailed, Message: client.unreachable(err).Error()}
	}
	defer answer.Body.Close()
	var code int
	if err := json.NewDecoder(answer.Body).Decode(&code); err != nil {
		return &run.Failure{Code: engineFailed, Message: err.Error()}
	}
	if code == 0 {
		return nil
	}
	return &run.Failure{Code: code, Message: fmt.Sprintf("the container ended with %d", code)}
}

// Flags of `docker run` that take no value; all others do.
var toggles = []string{"-i", "--rm", "-d", "-t"}

func parseRun(arguments []string) (container, error) {
	asked := container{Options: map[string]string{}}
	for len(arguments) > 0 && strings.HasPrefix(arguments[0], "-") {
		name, value, hasValue := strings.Cut(arguments[0], "=")
		arguments = arguments[1:]
		if !hasValue && !slices.Contains(toggles, name) {
			if len(arguments) == 0 {
				return asked, fmt.Errorf("flag needs an argument: %s", name)
			}
			value, arguments = arguments[0], arguments[1:]
		}
		switch name {
		case "--name":
			asked.Name = value
		case "-v":
			source, _, _ := strings.Cut(value, ":")
			asked.Sources = append(asked.Sources, source)
		case "-e":
			variable, value, _ := strings.Cut(value, "=")
			asked.Options[variable] = value
		default:
			asked.Options[name] = value
		}
	}
	if len(arguments) == 0 {
		return asked, fmt.Errorf("docker run needs an image")
	}
	asked.Image = arguments[0]
	return asked, nil
}
