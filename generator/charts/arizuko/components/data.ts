import type { IVolume } from "kubernetes-models/v1";
import { always } from "../../../expressions/condition.ts";
import type { Expression } from "../../../expressions/expression.ts";
import { string } from "../../../expressions/text.ts";
import { type Document, document } from "../../../template/document.ts";
import { helper, include } from "../../../template/helper.ts";
import type { Templated } from "../../../template/hole.ts";
import { mapping } from "../../../template/mapping.ts";
import { when } from "../../../template/when.ts";
import { claim, claimBody } from "../../../topology/claim.ts";
import type { Directory, Mount } from "../../../topology/component.ts";
import { given } from "../values.ts";

const { persistence, instance } = given;

/** Where the volume with the data is mounted, in every container that has all of it. Source: seed 003, step 4. */
const root = "/srv/data";

/** The instance's folder on the volume. */
const folder = string`arizuko_${instance}`;

/** The data directory (DATA_DIR), at the same path in every container. */
export const dataDirectory = include(
  helper<string>({
    name: "dataDirectory",
    comment: "The data directory of the instance, at the same path in every container.",
    body: string`${root}/${folder}`,
  }),
  {},
);

/** A path in the data directory. */
export const inData = (path: Expression<string> | string) => string`${dataDirectory}/${path}`;

/** The whole volume, for what manages all of it. */
export const wholeVolume: Mount = { volume: "data", at: root };

/** Parts of the data directory, for daemons that need no more. Source: reference arizuko.md, section 5. */
export const partsOfData = (...paths: readonly (Expression<string> | string)[]): readonly Mount[] =>
  paths.map((path) => ({ volume: "data", at: root, part: string`${folder}/${path}` }));

/** Something to write to in a container of its own. */
export const scratch = (daemon: string): Readonly<Record<string, Directory>> => ({
  [`tmp-${daemon}`]: { path: "/tmp", volume: { emptyDir: { sizeLimit: "256Mi" } }, when: always },
});

const claimOfData = claim("data", persistence, { helper: "dataClaim", content: "the data directory" });

/** The name of the claim, whoever made it. */
export const dataClaimName = claimOfData.name;

export const dataVolume: Templated<Omit<IVolume, "name">> = {
  persistentVolumeClaim: { claimName: claimOfData.name },
};

export const dataClaim: Document = document({
  file: "system/persistent-volume-claim",
  comment: "The data directory of the instance.",
  condition: claimOfData.made,
  body: claimBody(claimOfData, {
    accessMode: persistence.accessMode,
    annotations: mapping({ "helm.sh/resource-policy": when<string>(persistence.keep, "keep") }),
  }),
});
