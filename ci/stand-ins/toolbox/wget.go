package toolbox

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

type download struct {
	address, output string
	// Whether status lines and headers are shown.
	shows   bool
	timeout time.Duration
	headers []string
	body    *string
}

// Wget gets one address, with the options that GNU's and busybox's wget have in common.
func Wget(arguments []string) error {
	wanted, err := parseWget(arguments)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(http.MethodGet, wanted.address, nil)
	if err == nil && wanted.body != nil {
		request, err = http.NewRequest(http.MethodPost, wanted.address, strings.NewReader(*wanted.body))
	}
	if err != nil {
		return err
	}
	request.Header.Set("User-Agent", "Wget")
	for _, header := range wanted.headers {
		name, value, _ := strings.Cut(header, ":")
		request.Header.Set(name, strings.TrimSpace(value))
	}
	client := http.Client{Timeout: wanted.timeout, Transport: shown{wanted.shows}}
	answer, err := client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode >= http.StatusMultipleChoices {
		return fmt.Errorf("server returned error: %s %s", answer.Proto, answer.Status)
	}
	return wanted.save(answer.Body)
}

// Options are words, or letters that can share one: -qO- is -q -O -.
func parseWget(arguments []string) (download, error) {
	wanted := download{timeout: 15 * time.Minute}
	next := func() string {
		if len(arguments) == 0 {
			return ""
		}
		word := arguments[0]
		arguments = arguments[1:]
		return word
	}
	for len(arguments) > 0 {
		word := next()
		long, value, hasValue := strings.Cut(word, "=")
		if strings.HasPrefix(word, "--") && !hasValue {
			value = next()
		}
		switch {
		case long == "--header":
			wanted.headers = append(wanted.headers, value)
		case long == "--post-data":
			wanted.body = &value
		case strings.HasPrefix(word, "--"):
			return wanted, fmt.Errorf("unrecognized option: %s", word)
		case strings.HasPrefix(word, "-"):
			if err := wanted.letters(word[1:], next); err != nil {
				return wanted, err
			}
		default:
			wanted.address = word
		}
	}
	if wanted.address == "" || wanted.output == "" {
		return wanted, errors.New("usage: wget [-qS] [-T SECONDS] [-t TRIES] [--header TEXT] [--post-data TEXT] -O FILE URL")
	}
	if !strings.Contains(wanted.address, "://") {
		wanted.address = "http://" + wanted.address
	}
	return wanted, nil
}

func (wanted *download) letters(letters string, next func() string) error {
	for position, letter := range letters {
		value := letters[position+1:]
		if strings.ContainsRune("OTt", letter) && value == "" {
			value = next()
		}
		switch letter {
		case 'q':
		case 'S':
			wanted.shows = true
		case 'O':
			wanted.output = value
			return nil
		case 't':
			// It tries once, however often it may.
			_, err := strconv.Atoi(value)
			return err
		case 'T':
			seconds, err := strconv.Atoi(value)
			wanted.timeout = time.Duration(seconds) * time.Second
			return err
		default:
			return fmt.Errorf("unrecognized option: %c", letter)
		}
	}
	return nil
}

func (wanted *download) save(body io.Reader) error {
	if wanted.output == "-" {
		_, err := io.Copy(os.Stdout, body)
		return err
	}
	file, err := os.Create(wanted.output)
	if err != nil {
		return err
	}
	if _, err := io.Copy(file, body); err != nil {
		return err
	}
	return file.Close()
}

// shown writes each answer's head, also of those that lead elsewhere, to stderr.
type shown struct{ isOn bool }

// RoundTrip is http.RoundTripper's.
func (shown shown) RoundTrip(request *http.Request) (*http.Response, error) {
	answer, err := http.DefaultTransport.RoundTrip(request)
	if err == nil && shown.isOn {
		fmt.Fprintf(os.Stderr, "  %s %s\n", answer.Proto, answer.Status)
		for name := range answer.Header {
			fmt.Fprintf(os.Stderr, "  %s: %s\n", name, answer.Header.Get(name))
		}
	}
	return answer, err
}
