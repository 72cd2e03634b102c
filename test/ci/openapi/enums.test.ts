import { describe, expect, test } from "vitest";
import { enumsOf } from "../../../ci/openapi/enums.ts";

const source = `
func GetOpenAPIDefinitions(ref common.ReferenceCallback) map[string]common.OpenAPIDefinition {
	return map[string]common.OpenAPIDefinition{
		"k8s.io/api/core/v1.Container":            schema_core_v1_Container(ref),
		"k8s.io/apimachinery/pkg/apis/meta/v1.X":  schema_meta_v1_X(ref),
	}
}

func schema_core_v1_Container(ref common.ReferenceCallback) common.OpenAPIDefinition {
				Properties: map[string]spec.Schema{
					"name": {
						SchemaProps: spec.SchemaProps{
							Type:        []string{"string"},
						},
					},
					"imagePullPolicy": {
						SchemaProps: spec.SchemaProps{
							Type:        []string{"string"},
							Enum:        []interface{}{"Always", "Never"},
						},
					},
}

func schema_meta_v1_X(ref common.ReferenceCallback) common.OpenAPIDefinition {
					"modes": {
						SchemaProps: spec.SchemaProps{
							Items: &spec.SchemaOrArray{
								Schema: &spec.Schema{
									SchemaProps: spec.SchemaProps{
										Enum:    []interface{}{"", "Signal+1"},
`;

describe("enumsOf", () => {
  test("reads the options of fields and of their items", () => {
    expect([...enumsOf(source)]).toEqual([
      ["io.k8s.api.core.v1.Container.imagePullPolicy", ["Always", "Never"]],
      ["io.k8s.apimachinery.pkg.apis.meta.v1.X.modes", ["", "Signal+1"]],
    ]);
  });

  test("refuses a source without enums", () => {
    expect(() => enumsOf("package openapi\n")).toThrow(/zz_generated.openapi.go: no enum/);
  });
});
