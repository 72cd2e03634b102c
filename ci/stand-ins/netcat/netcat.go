// Package netcat is nc as far as scripts of the charts use it: to look whether somebody listens.
package netcat

import (
	"errors"
	"flag"
	"io"
	"net"
	"time"

	"standins/run"
)

// Run is `nc -z -w SECONDS HOST PORT`.
func Run(process *run.Process) error {
	flags := flag.NewFlagSet("nc", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	looks := flags.Bool("z", false, "")
	seconds := flags.Int("w", 0, "")
	if err := flags.Parse(process.Arguments); err != nil || !*looks || flags.NArg() != 2 {
		return errors.New("usage: nc -z [-w SECONDS] HOST PORT")
	}
	timeout := time.Duration(*seconds) * time.Second
	connection, err := net.DialTimeout("tcp", net.JoinHostPort(flags.Arg(0), flags.Arg(1)), timeout)
	if err != nil {
		return err
	}
	return connection.Close()
}
