package arizuko

import (
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"

	"standins/run"
)

// What vite keeps between requests.
const viteCache = "/home/node/.vite-cache"

// Vite is vited: it serves the working directory, private parts as well.
func Vite(process *run.Process) error {
	flags := flag.NewFlagSet("vite", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	config := flags.String("config", "", "")
	flags.Bool("strictPort", false, "")
	host, port := flags.String("host", "localhost", ""), flags.String("port", "5173", "")
	if err := flags.Parse(process.Arguments); err != nil {
		return err
	}
	if _, err := os.Stat(*config); *config != "" && err != nil {
		return fmt.Errorf("failed to load config: %w", err)
	}
	if !run.IsWritable(viteCache) {
		return fmt.Errorf("%s is not writable", viteCache)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /@vite/client", run.Text("export {}\n"))
	mux.Handle("/", http.FileServer(http.Dir(".")))
	return process.Serve(net.JoinHostPort(*host, *port), mux, run.Stop{})
}

const dufsUsageError = 2

// Dufs is davd: it serves a folder, and lets everybody change it.
func Dufs(process *run.Process) error {
	flags := flag.NewFlagSet("dufs", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	port, bind := flags.String("port", "5000", ""), flags.String("bind", "0.0.0.0", "")
	flags.Bool("allow-all", false, "")
	if err := flags.Parse(process.Arguments); err != nil {
		return &run.Failure{Code: dufsUsageError, Message: err.Error()}
	}
	folder := "."
	if flags.NArg() > 0 {
		folder = flags.Arg(0)
	}
	if _, err := os.Stat(folder); err != nil {
		return err
	}
	return process.Serve(net.JoinHostPort(*bind, *port), http.FileServer(http.Dir(folder)), run.Stop{})
}
