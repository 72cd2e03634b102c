// Command render renders a chart with the packages of Helm 3, for each request on standard input.
package main

import (
	"log"
	"os"

	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
	"helm.sh/helm/v3/pkg/releaseutil"
	"tools/render"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: render CHART")
	}
	chart, err := loader.Load(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	schema, err := render.NewSchema(chart.Schema)
	if err != nil {
		log.Fatal(err)
	}
	err = render.Serve(func(request render.Request) (render.Printed, error) {
		release := chartutil.ReleaseOptions{Name: request.Name, Namespace: request.Namespace, Revision: 1, IsInstall: true}
		complete, err := chartutil.CoalesceValues(chart, request.Values)
		if err != nil {
			return render.Printed{}, err
		}
		checked := request.Unchecked || schema.Accepts(complete)
		values, err := chartutil.ToRenderValuesWithSchemaValidation(chart, request.Values, release, nil, checked)
		if err != nil {
			return render.Printed{}, err
		}
		var printed map[string]string
		if request.Secrets == nil {
			printed, err = engine.Render(chart, values)
		} else {
			printed, err = engine.RenderWithClientProvider(chart, values, render.NewCluster(request))
		}
		return render.NewPrinted(printed, releaseutil.SplitManifests), err
	})
	if err != nil {
		log.Fatal(err)
	}
}
