package run

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

var secretName = regexp.MustCompile(`KEY|TOKEN|SECRET|PASS|DSN|DATABASE_URL|CREDENTIAL|_HEADERS$`)

// What variables hold, but of secrets only enough to compare them.
func recordedEnvironment(environment []string) map[string]string {
	recorded := map[string]string{}
	for _, variable := range environment {
		name, value, _ := strings.Cut(variable, "=")
		if value != "" && secretName.MatchString(name) {
			value = fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(value)))
		}
		recorded[name] = value
	}
	return recorded
}

// Require fails for the first of the variables that is unset or empty.
func Require(names ...string) error {
	for _, name := range names {
		if os.Getenv(name) == "" {
			return fmt.Errorf("%s env required", name)
		}
	}
	return nil
}

// Variable is an environment variable, or what stands for it when it is unset or empty.
func Variable(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}

// LoadDotEnv sets the variables of the folder's .env that are not set yet, as godotenv does.
func LoadDotEnv(folder string) {
	content, err := os.ReadFile(filepath.Join(folder, ".env"))
	if err != nil {
		return
	}
	for line := range strings.Lines(string(content)) {
		name, value, isVariable := strings.Cut(strings.TrimSpace(line), "=")
		if !isVariable || strings.HasPrefix(name, "#") {
			continue
		}
		if _, isSet := os.LookupEnv(name); !isSet {
			os.Setenv(name, strings.Trim(value, `"'`))
		}
	}
}
