import type { ErrorObject } from "ajv";
import { nearest } from "../kubernetes/nearest.ts";

/** The path of the value that a schema refuses. */
export function pathOf({ instancePath }: ErrorObject): readonly string[] {
  return instancePath
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What is wrong with a value that a schema refuses, from its path on. The value itself is not repeated: it may be secret. */
export function describeRefusal(error: ErrorObject): string {
  const path = pathOf(error).join(".");
  const { keyword, params, parentSchema } = error;
  switch (keyword) {
    case "additionalProperties": {
      const name = String(params["additionalProperty"]);
      const names = nearest(name, Object.keys(parentSchema?.["properties"] ?? {}), 1);
      const hint = names.length > 0 ? `the nearest name is ${names.join()}` : "remove it";
      return `${[...pathOf(error), name].join(".")} is not declared; ${hint}`;
    }
    case "enum":
      return `${path} is none of its options; write one of ${(params["allowedValues"] as readonly unknown[]).join(", ")}`;
    case "const":
      return `${path} must be ${String(params["allowedValue"])}`;
    case "dependencies":
      return `${[...pathOf(error), String(params["property"])].join(".")} is refused; set ${String(params["deps"])}`;
    case "required":
      return `${[...pathOf(error), String(params["missingProperty"])].join(".")} is missing; add it`;
    default:
      return `${path} ${error.message ?? "is refused"}; change it`;
  }
}
