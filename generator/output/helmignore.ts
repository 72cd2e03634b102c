import { manifestName } from "./manifest.ts";

/** .helmignore: what lies in the chart's folder for people and tools, and is no part of the packaged chart. */
export const helmignore = `# Values for chart-testing.
ci/
# The schema for files that set some values only, which editors read.
editor.schema.json
# The list of produced files.
${manifestName}
# Left behind by editors and systems.
.DS_Store
*.orig
*.swp
*~
`;
