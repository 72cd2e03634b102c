package foxctl

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// kind is what a flag takes.
type kind int

const (
	text kind = iota
	number
	duration
	toggle
)

var shorthands = map[string]string{"-p": "--port"}

// The values of flags, by name.
func parse(known map[string]kind, words []string) (map[string]string, error) {
	values := map[string]string{}
	for len(words) > 0 {
		word := words[0]
		words = words[1:]
		if long, isShort := shorthands[word]; isShort {
			word = long
		}
		if !strings.HasPrefix(word, "-") {
			continue
		}
		name, value, hasValue := strings.Cut(strings.TrimPrefix(word, "--"), "=")
		kind, isKnown := known[name]
		switch {
		case !isKnown:
			return nil, fmt.Errorf("unknown flag: %s", word)
		case !hasValue && kind == toggle:
			value = "true"
		case !hasValue && len(words) == 0:
			return nil, fmt.Errorf("flag needs an argument: --%s", name)
		case !hasValue:
			value, words = words[0], words[1:]
		}
		if err := check(kind, value); err != nil {
			return nil, fmt.Errorf("invalid argument %q for \"--%s\" flag: %w", value, name, err)
		}
		values[name] = value
	}
	return values, nil
}

func check(kind kind, value string) error {
	var err error
	switch kind {
	case number:
		_, err = strconv.Atoi(value)
	case duration:
		_, err = time.ParseDuration(value)
	case toggle:
		_, err = strconv.ParseBool(value)
	}
	return err
}
