package toolbox

import (
	"fmt"
	"os"
	"strings"
	"syscall"
)

const busybox = "/bin/busybox"

// Commands of busybox that it must not take for its own.
var replaced = []string{"wget", "nc"}

// Shell is busybox's, which prefers its own commands to those in PATH. A script given by -c is therefore told of those
// that the image has instead, or has not.
func Shell(arguments []string) error {
	for position, word := range arguments {
		if !strings.HasPrefix(word, "-") {
			break
		}
		if strings.Contains(word, "c") && position+1 < len(arguments) {
			arguments[position+1] = prelude() + arguments[position+1]
			break
		}
	}
	return syscall.Exec(busybox, append([]string{"sh"}, arguments...), os.Environ())
}

func prelude() string {
	text := ""
	for _, name := range replaced {
		path := "/bin/" + name
		if _, err := os.Stat(path); err == nil {
			text += fmt.Sprintf("%s() { %s \"$@\"; }; ", name, path)
		} else {
			text += fmt.Sprintf("%s() { echo 'sh: %s: not found' >&2; return 127; }; ", name, name)
		}
	}
	return text
}
