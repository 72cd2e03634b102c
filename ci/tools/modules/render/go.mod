module tools/render

go 1.26.0

require (
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.2
	k8s.io/apimachinery v0.36.1
	k8s.io/client-go v0.36.1
	sigs.k8s.io/yaml v1.6.0
)
