import { join } from "node:path";
import { runProgram } from "../../command-line/program.ts";
import { emptyIndex, parseIndex } from "./index-file.ts";
import { packagesOf, refuseLoss, writePackages } from "./package-charts.ts";
import { packagesFolder, packagingOptions, refuseEmptyKey } from "./packaging-options.ts";
import { publicKeys } from "./public-keys.ts";
import { folderAt, refuseSame, repositoryAt } from "./repository.ts";
import { repositoryPages } from "./repository-files.ts";
import { selectedCharts } from "./selected-charts.ts";

await runProgram({
  command: "npm run package",
  description: `Packages the charts, the same bytes on every machine, into a folder that can be served as a chart
repository: archives, provenance, index.yaml and index.html.`,
  options: {
    ...packagingOptions,
    published: {
      type: "string",
      argument: "DIR|URL",
      description: "the chart repository whose index.yaml is continued",
    },
  },
  run: async ({ chart, out = packagesFolder, sign, published }) => {
    const folder = folderAt(out);
    refuseEmptyKey("sign", sign);
    refuseSame(out, published === undefined ? [] : [published]);
    const index = published === undefined ? undefined : await repositoryAt(published).read("index.yaml");
    if (published !== undefined && index === undefined) throw new Error(`there is no index.yaml in ${published}`);
    const earlier = index && parseIndex(new TextDecoder().decode(index), `index.yaml in ${published}`);
    const packages = await packagesOf(await selectedCharts(chart), folder.place, sign);
    const files = [...(await publicKeys({ sign })), ...repositoryPages(packages, earlier, new Date())];
    await refuseLoss(folder.place, packages, earlier ?? emptyIndex);
    // Not before all is known to be right: former packages go.
    await writePackages(packages);
    for (const { name, content } of files) await folder.write(name, content);
    for (const { archive, file } of packages) process.stdout.write(`${archive.digest}  ${file}\n`);
    process.stdout.write(`${join(folder.place, "index.yaml")}\n`);
    return 0;
  },
});
