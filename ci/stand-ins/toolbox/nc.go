// Package toolbox has what scripts in images use and Debian's busybox cannot do: nc that looks whether somebody listens,
// wget with a time-out, and a shell that prefers these to busybox's own.
package toolbox

import (
	"errors"
	"flag"
	"io"
	"net"
	"time"
)

// Nc is `nc -z -w SECONDS HOST PORT`.
func Nc(arguments []string) error {
	flags := flag.NewFlagSet("nc", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	looks := flags.Bool("z", false, "")
	seconds := flags.Int("w", 0, "")
	if err := flags.Parse(arguments); err != nil || !*looks || flags.NArg() != 2 {
		return errors.New("usage: nc -z [-w SECONDS] HOST PORT")
	}
	timeout := time.Duration(*seconds) * time.Second
	connection, err := net.DialTimeout("tcp", net.JoinHostPort(flags.Arg(0), flags.Arg(1)), timeout)
	if err != nil {
		return err
	}
	return connection.Close()
}
