import type { Chapter } from "../../../topology/chart.ts";
import { paragraph, shell } from "../../../topology/markdown.ts";
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
    shell(
      "# kind",
      `kind load docker-image ${images.main}`,
      "# k3s",
      `docker save ${images.main} | k3s ctr images import -`,
      "# any node with containerd",
      `docker save ${images.main} | ctr -n k8s.io images import -`,
      "# a registry; then set global.imageRegistry to it",
      `docker tag ${images.main} registry.example.com/${images.main}`,
      `docker push registry.example.com/${images.main}`,
    ),
    paragraph(
      "`global.imageRegistry` goes for all images, `image.registry` and the like for one. A registry that asks for a",
      "login needs `global.imagePullSecrets`.",
    ),
  ],
};
