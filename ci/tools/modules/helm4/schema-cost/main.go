// Command schema-cost tells how often Helm 4 allocates memory to read and compile a values.schema.json. The time that it
// takes is proportional to that, but depends on the machine and on what else runs there.
package main

import (
	"fmt"
	"log"
	"os"
	"runtime"

	"tools/render"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: schema-cost FILE")
	}
	content, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	before := allocations()
	if _, err := render.NewSchema(content); err != nil {
		log.Fatal(err)
	}
	fmt.Println(allocations() - before)
}

func allocations() uint64 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.Mallocs
}
