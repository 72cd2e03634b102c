package render

import (
	"bytes"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Schema is a chart's schema for values. Helm compiles it for each rendering, which takes as long as all else; this is
// compiled once, by the same library.
type Schema struct {
	compiled *jsonschema.Schema
}

// NewSchema compiles the content of a values.schema.json. A chart without one has no content, and nothing is accepted.
func NewSchema(content []byte) (Schema, error) {
	if content == nil {
		return Schema{}, nil
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		return Schema{}, err
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("values.schema.json", document); err != nil {
		return Schema{}, err
	}
	compiled, err := compiler.Compile("values.schema.json")
	return Schema{compiled}, err
}

// Accepts tells whether Helm would accept values that the chart's defaults have been added to. Where it would not, Helm
// itself is left to say why.
func (schema Schema) Accepts(values map[string]any) bool {
	return schema.compiled != nil && schema.compiled.Validate(values) == nil
}
