// Package postgres stands in for PostgreSQL as far as others ask whether it is there.
package postgres

import (
	"net"

	"standins/run"
)

// Run accepts connections, and says nothing.
func Run(process *run.Process) error {
	listener, err := net.Listen("tcp", ":5432")
	if err != nil {
		return err
	}
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			process.Record("connection", run.Fields{"from": connection.RemoteAddr().String()})
			connection.Close()
		}
	}()
	err = process.WaitForSignal()
	listener.Close()
	return err
}
