module tools/gitops

go 1.26.0

require (
	github.com/argoproj/argo-cd/v3 v3.3.0
	github.com/fluxcd/helm-controller v1.4.0
	github.com/fluxcd/source-controller v1.7.0
)
