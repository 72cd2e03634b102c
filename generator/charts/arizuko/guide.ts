import type { Chapter } from "../../topology/chart.ts";
import { commit, repository } from "./upstream.ts";

const folder = repository.split("/").at(-1);

const shell = (...lines: readonly string[]) => ["```sh", ...lines, "```"].join("\n");

/** Chapters of the README. Source of the images: reference arizuko.md, section 1. */
export const guide: readonly Chapter[] = [
  {
    title: "Images",
    paragraphs: [
      "arizuko publishes no images. Build them from the commit that the chart is for, under the names that it expects:",
      shell(`git clone ${repository} && cd ${folder} && git checkout ${commit}`, `docker build -t arizuko:${commit} .`),
    ],
  },
];
