package run

import (
	"os"
	"strings"
	"syscall"
)

// Mounted directories, and whether this user can write to them, without those of the kernel.
func mountedDirectories() map[string]string {
	states := map[string]string{}
	table, err := os.ReadFile("/proc/self/mounts")
	if err != nil {
		return states
	}
	for line := range strings.Lines(string(table)) {
		fields := strings.Fields(line)
		if len(fields) < 2 || isKernels(fields[1]) {
			continue
		}
		path := strings.ReplaceAll(fields[1], `\040`, " ")
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			continue
		}
		states[path] = "read-only"
		if IsWritable(path) {
			states[path] = "writable"
		}
	}
	return states
}

func isKernels(path string) bool {
	for _, folder := range []string{"/proc", "/sys", "/dev"} {
		if path == folder || strings.HasPrefix(path, folder+"/") {
			return true
		}
	}
	return false
}

// IsWritable tells whether this user may write to the file or directory.
func IsWritable(path string) bool {
	const write = 2
	return syscall.Access(path, write) == nil
}
