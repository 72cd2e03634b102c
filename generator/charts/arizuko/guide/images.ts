import type { Chapter } from "../../../topology/chart.ts";
import { codeCell, paragraph, shell, table } from "../../../topology/markdown.ts";
import { imageLoading } from "../../guide/image-loading.ts";
import { commit, repository } from "../upstream.ts";
import { images } from "./facts.ts";

const folder = repository.split("/").at(-1);

interface Built {
  readonly image: string;
  readonly dockerfile: string;
  /** The folder that the build is given. */
  readonly context: string;
  readonly when: string;
}

/** Source: arizuko's Makefile, "images" (reference arizuko.md, section 1). */
const built: readonly Built[] = [
  { image: images.main, dockerfile: "Dockerfile", context: ".", when: "always" },
  { image: images.agent, dockerfile: "ant/Dockerfile", context: "ant", when: "with agents; it has several GB" },
  { image: images.vited, dockerfile: "ant/Dockerfile.vite", context: ".", when: "`vited.enabled`" },
  { image: images.davd, dockerfile: "davd/Dockerfile", context: ".", when: "`davd.enabled`" },
  { image: images.ttsd, dockerfile: "ttsd/Dockerfile", context: ".", when: "`speech.enabled`" },
  { image: images.whapd, dockerfile: "whapd/Dockerfile", context: ".", when: "`adapters.whapd`" },
  { image: images.twitd, dockerfile: "twitd/Dockerfile", context: ".", when: "`adapters.twitd`" },
];

const build = ({ image, dockerfile, context }: Built) => `docker build -t ${image} -f ${dockerfile} ${context}`;

export const imagesChapter: Chapter = {
  title: "Images",
  paragraphs: [
    paragraph(
      "arizuko publishes no images. Build them from the commit that the chart is for, under the names that the chart",
      "expects. Only the first one is always needed:",
    ),
    table(
      ["Image", "Dockerfile", "Needed"],
      built.map(({ image, dockerfile, when }) => [codeCell(image), codeCell(dockerfile), when]),
    ),
    shell(`git clone ${repository} && cd ${folder} && git checkout ${commit}`, ...built.map(build)),
    paragraph(
      "Then load them where pods find them, by one of these ways. The agents' image is not for the node but for a",
      "Docker engine: see Agents.",
    ),
    ...imageLoading(images.main),
  ],
};
