package render

import (
	"fmt"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/dynamic/fake"
)

var secrets = schema.GroupVersionResource{Version: "v1", Resource: "secrets"}

// Cluster is one that has Secrets and nothing else, for `lookup`. It is Helm's engine.ClientProvider.
type Cluster struct {
	client dynamic.Interface
}

// NewCluster makes a cluster with the Secrets of a request, in the request's namespace.
func NewCluster(request Request) Cluster {
	objects := make([]runtime.Object, 0, len(request.Secrets))
	for name, data := range request.Secrets {
		content := map[string]any{}
		for key, value := range data {
			content[key] = value
		}
		objects = append(objects, &unstructured.Unstructured{Object: map[string]any{
			"apiVersion": "v1",
			"kind":       "Secret",
			"metadata":   map[string]any{"name": name, "namespace": request.Namespace},
			"data":       content,
		}})
	}
	kinds := map[schema.GroupVersionResource]string{secrets: "SecretList"}
	return Cluster{fake.NewSimpleDynamicClientWithCustomListKinds(runtime.NewScheme(), kinds, objects...)}
}

// GetClientFor gives access to Secrets, which are namespaced.
func (c Cluster) GetClientFor(apiVersion, kind string) (dynamic.NamespaceableResourceInterface, bool, error) {
	if apiVersion != "v1" || kind != "Secret" {
		return nil, false, fmt.Errorf("the cluster has Secrets only, no %s of %s", kind, apiVersion)
	}
	return c.client.Resource(secrets), true, nil
}
