/** The options of a field, by `<full type name>.<field>`. */
export type Enums = ReadonlyMap<string, readonly string[]>;

// The generated source is one call per line, formatted by gofmt, so lines can be told by their indentation.
const registration = /^\t\t"([^"]+)": +(schema_\w+)\(ref\),$/;
const definition = /^func (schema_\w+)\(/;
const field = /^\t{5}"([^"]+)": \{$/;
const options = /^\t+Enum: +\[\]interface\{\}\{(.*)\},$/;

/**
 * Reads the enums out of the generated Go source of the OpenAPI schemas.
 *
 * @throws Error when it finds none: then the generated source has another form than this was written for.
 */
export function enumsOf(goSource: string): Enums {
  const types = new Map<string, string>();
  const enums = new Map<string, readonly string[]>();
  let currentType = "";
  let currentField = "";
  for (const line of goSource.split("\n")) {
    const [, goType, factory] = registration.exec(line) ?? [];
    if (goType !== undefined && factory !== undefined) {
      types.set(factory, fullName(goType));
    }
    currentType = types.get(definition.exec(line)?.[1] ?? "") ?? currentType;
    currentField = field.exec(line)?.[1] ?? currentField;
    const list = options.exec(line)?.[1];
    if (list !== undefined) {
      // Go's string literals are read as JSON's: the options are plain ASCII.
      enums.set(`${currentType}.${currentField}`, JSON.parse(`[${list}]`));
    }
  }
  if (enums.size === 0) {
    throw new Error("zz_generated.openapi.go: no enum found in it; adapt ci/openapi/enums.ts to its present form");
  }
  return enums;
}

/** `k8s.io/api/core/v1.Container` as the documents name it: `io.k8s.api.core.v1.Container`. */
function fullName(goType: string): string {
  const [host = "", ...path] = goType.split("/");
  return [...host.split(".").reverse(), ...path].join(".");
}
