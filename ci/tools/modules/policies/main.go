// Command policies says which connections network policies allow, by the rules of the package that Cyclonus tests network
// plugins with. It reads policies and connections as JSON, and answers with a boolean for each connection.
package main

import (
	"encoding/json"
	"log"
	"os"

	"github.com/mattfenwick/cyclonus/pkg/matcher"
	networking "k8s.io/api/networking/v1"
)

type question struct {
	Policies []*networking.NetworkPolicy `json:"policies"`
	// Connections have the fields of matcher.Traffic.
	Connections []*matcher.Traffic `json:"connections"`
}

func main() {
	var asked question
	in := json.NewDecoder(os.Stdin)
	in.DisallowUnknownFields()
	if err := in.Decode(&asked); err != nil {
		log.Fatal(err)
	}
	policy := matcher.BuildNetworkPolicies(false, asked.Policies)
	answers := make([]bool, 0, len(asked.Connections))
	for _, connection := range asked.Connections {
		answers = append(answers, policy.IsTrafficAllowed(connection).IsAllowed())
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		log.Fatal(err)
	}
}
