/**
 * A Kubernetes quantity written as text: a decimal number with an optional suffix, such as `500m`, `1.5Gi` or `1e3`.
 *
 * Source: the grammar at `resource.Quantity`, and its parser, which also takes `n` and `u`
 * (k8s.io/apimachinery, pkg/api/resource/quantity.go and suffix.go).
 */
export const quantityPattern = "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$";
