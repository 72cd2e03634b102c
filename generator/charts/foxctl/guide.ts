import type { Chapter } from "../../topology/chart.ts";
import { shell } from "../../topology/markdown.ts";
import { commit, repository } from "./upstream.ts";

const folder = repository.split("/").at(-1);

/** Chapters of the README. Source of the images: reference foxctl.md, section 3.1. */
export const guide: readonly Chapter[] = [
  {
    title: "Images",
    paragraphs: [
      "foxctl publishes no images. Build them from the commit that the chart is for, under the names that it expects:",
      shell(
        `git clone ${repository} && cd ${folder} && git checkout ${commit}`,
        `docker build -t foxctl:${commit} .`,
        `docker build -t foxctl-gui-auth-gateway:${commit} -f Dockerfile.gui-auth-gateway .`,
      ),
      "The second one is for the gateway only. Then load them where pods find them, by one of these ways:",
      shell(
        "# kind",
        `kind load docker-image foxctl:${commit}`,
        "# k3s",
        `docker save foxctl:${commit} | k3s ctr images import -`,
        "# any node with containerd",
        `docker save foxctl:${commit} | ctr -n k8s.io images import -`,
        "# a registry; then set image.registry to it",
        `docker tag foxctl:${commit} registry.example.com/foxctl:${commit}`,
        `docker push registry.example.com/foxctl:${commit}`,
      ),
    ],
  },
  {
    title: "What upgrades and uninstalls leave",
    paragraphs: [
      "A Secret that the chart made up stays in the namespace when the release goes, or no longer needs it, and the " +
        "next install takes it up again. Delete it by hand to be rid of it.",
      "Switching on an autoscaler takes `replicas` out of the Deployment, which leaves it with one pod until the " +
        "autoscaler has counted.",
    ],
  },
];
