type Values = Readonly<Record<string, unknown>>;

/** What may be set in the chart whose values were renamed: what it is, under former names, and under those of today. */
export const choices: readonly (readonly [string, former: Values, own: Values])[] = [
  ["a value at the top", { logging: "debug" }, { level: "debug" }],
  ["a number", { server: { count: 2 } }, { server: { replicas: 2 } }],
  ["zero", { server: { count: 0 } }, { server: { replicas: 0 } }],
  ["a large number", { server: { count: 12_345_678 } }, { server: { replicas: 12_345_678 } }],
  ["false", { server: { debug: false } }, { server: { verbose: false } }],
  ["an option", { server: { kind: "exec" } }, { server: { mode: "exec" } }],
  ["a list", { server: { parts: ["a", "b"] } }, { server: { modules: ["a", "b"] } }],
  ["an empty list", { server: { parts: [] } }, { server: { modules: [] } }],
  ["a map", { server: { extra: { a: "1" } } }, { server: { tags: { a: "1" } } }],
  [
    "fields of entries",
    { server: { paths: { a: { name: "x" }, b: {} } } },
    { server: { routes: { a: { host: "x" }, b: {} } } },
  ],
];
