// Node's own modules, here since Node has them compiled only for its usual settings.
import "node:crypto";
import "node:fs";
import * as module from "node:module";
import "node:url";
import "node:util";
import { setFlagsFromString } from "node:v8";

// This is JavaScript, since Node needs longer to load its reader of TypeScript than for all else: what comes from the
// cache of compiled modules needs none.
if (!process.features.typescript) {
  console.error(
    `Node.js ${process.version} does not read TypeScript. Use npm run gen, which brings a newer one along.`,
  );
  process.exit(1);
}
// A module gets into the cache before it runs, so what is compiled only when it is called would never be there.
setFlagsFromString("--no-lazy");
module.enableCompileCache();

// The imports of the generator name files, so there is nothing to look for: a third of the time that its modules take.
module.registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith(".") || !specifier.endsWith(".ts")) return next(specifier, context);
    const folders = context.parentURL.split("/").slice(0, -1);
    const names = specifier.split("/").filter((name) => name !== "." && (name !== ".." || !folders.pop()));
    return { url: [...folders, ...names].join("/"), format: "module-typescript", shortCircuit: true };
  },
});

await import("./main.ts");
