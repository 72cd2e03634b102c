// Package render answers requests to render a chart, a line of JSON each, so that one process serves thousands of them.
package render

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"sigs.k8s.io/yaml"
)

// Request is what one rendering is given.
type Request struct {
	Name      string         `json:"name"`
	Namespace string         `json:"namespace"`
	Values    map[string]any `json:"values"`
	// Unchecked values are not validated against the chart's schema, which takes as long as rendering.
	Unchecked bool `json:"unchecked"`
	// Secrets are the data of the Secrets that the cluster has, by name; without them there is no cluster.
	Secrets map[string]map[string]string `json:"secrets"`
}

// Printed is what a chart's templates print.
type Printed struct {
	// Documents of each template, by the template's path and as Helm numbers them.
	Documents map[string]map[string]string
	Notes     string
}

// NewPrinted sorts what templates print, by their paths, into notes and documents, which split tells apart.
func NewPrinted(texts map[string]string, split func(string) map[string]string) Printed {
	printed := Printed{Documents: map[string]map[string]string{}}
	for file, text := range texts {
		switch {
		case path.Base(file) == "NOTES.txt":
			printed.Notes = text
		case path.Ext(file) == ".yaml":
			printed.Documents[file] = split(text)
		}
	}
	return printed
}

// Renderer renders the chart.
type Renderer func(Request) (Printed, error)

type answer struct {
	Files map[string][]any `json:"files,omitempty"`
	Notes string           `json:"notes,omitempty"`
	Error string           `json:"error,omitempty"`
}

// Serve answers requests on standard input until it ends.
func Serve(render Renderer) error {
	in := json.NewDecoder(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	for {
		var request Request
		if err := in.Decode(&request); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if err := out.Encode(answerTo(request, render)); err != nil {
			return err
		}
	}
}

func answerTo(request Request, render Renderer) answer {
	printed, err := render(request)
	if err != nil {
		return answer{Error: err.Error()}
	}
	files := map[string][]any{}
	for file, documents := range printed.Documents {
		for _, number := range slices.SortedFunc(maps.Keys(documents), byNumber) {
			object, err := parse(documents[number])
			if err != nil {
				return answer{Error: fmt.Sprintf("%s: %s\n%s", file, err, documents[number])}
			}
			if object != nil {
				files[file] = append(files[file], object)
			}
		}
	}
	return answer{Files: files, Notes: printed.Notes}
}

// parse reads a document as kubectl and Helm do, but refuses a key that occurs twice. Helm 3 cuts off the line feed at its
// end, and gives it back in the manifest.
func parse(document string) (any, error) {
	var object any
	err := yaml.UnmarshalStrict([]byte(document+"\n"), &object)
	return object, err
}

// byNumber puts manifest-9 before manifest-10.
func byNumber(a, b string) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}
