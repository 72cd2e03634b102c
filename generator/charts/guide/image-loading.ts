import { paragraph, shell } from "../../topology/markdown.ts";

/** What an install takes that no registry has. */
export const ownImage = "The image is published nowhere: build it and bring it to the nodes first; see Images.";

/** The ways by which an image that was built gets to where pods find it, shown with one of them. */
export function imageLoading(image: string): readonly string[] {
  return [
    shell(
      "# kind",
      `kind load docker-image ${image}`,
      "# k3s",
      `docker save ${image} | k3s ctr images import -`,
      "# any node with containerd",
      `docker save ${image} | ctr -n k8s.io images import -`,
      "# a registry; then set global.imageRegistry to it",
      `docker tag ${image} registry.example.com/${image}`,
      `docker push registry.example.com/${image}`,
    ),
    paragraph(
      "`global.imageRegistry` goes for all images, `image.registry` and the like for one. A registry that asks for a",
      "login needs `global.imagePullSecrets`.",
    ),
  ];
}
