// Command render renders a chart with the packages of Helm 4, for each request on standard input.
package main

import (
	"log"
	"os"

	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/common/util"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	"helm.sh/helm/v4/pkg/engine"
	releaseutil "helm.sh/helm/v4/pkg/release/v1/util"
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
		release := common.ReleaseOptions{Name: request.Name, Namespace: request.Namespace, Revision: 1, IsInstall: true}
		complete, err := util.CoalesceValues(chart, request.Values)
		if err != nil {
			return render.Printed{}, err
		}
		checked := request.Unchecked || schema.Accepts(complete)
		values, err := util.ToRenderValuesWithSchemaValidation(chart, request.Values, release, nil, checked)
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
