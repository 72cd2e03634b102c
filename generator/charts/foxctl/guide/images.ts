import type { Chapter } from "../../../topology/chart.ts";
import { paragraph, shell } from "../../../topology/markdown.ts";
import { imageLoading } from "../../guide/image-loading.ts";
import { commit, repository } from "../upstream.ts";
import { images } from "./facts.ts";

const folder = repository.split("/").at(-1);

/** Source: reference foxctl.md, section 3.1. */
export const imagesChapter: Chapter = {
  title: "Images",
  paragraphs: [
    paragraph(
      "foxctl publishes no images. Build them from the commit that the chart is for, under the names that it expects.",
      "The second one is for the gateway only:",
    ),
    shell(
      `git clone ${repository} && cd ${folder} && git checkout ${commit}`,
      `docker build -t ${images.main} .`,
      `docker build -t ${images.gateway} -f Dockerfile.gui-auth-gateway .`,
    ),
    paragraph("Then load them where pods find them, by one of these ways:"),
    ...imageLoading(images.main),
  ],
};
