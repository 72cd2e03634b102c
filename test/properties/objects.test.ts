import { test } from "vitest";
import { charts } from "../../generator/charts/index.ts";
import { type KubernetesObject, objectId } from "../charts/kubernetes-object.ts";
import { twice } from "../charts/pod-problems.ts";
import { checkRendered } from "./rendered.ts";

test.each(charts)(
  "no two objects of $metadata.name have one name, no two ports of a Service one name or number",
  (chart) => {
    checkRendered(chart, "objects", (objects) => [
      ...twice("object", objects.map(objectId)),
      ...objects.flatMap(duplicatePorts),
    ]);
  },
);

function duplicatePorts({ kind, metadata, spec }: KubernetesObject): readonly string[] {
  if (kind !== "Service") return [];
  const { ports = [] } = spec as { ports?: readonly { name: string; port: number }[] };
  return [
    ...twice(
      `port name of Service ${metadata.name}`,
      ports.map(({ name }) => name),
    ),
    ...twice(
      `port of Service ${metadata.name}`,
      ports.map(({ port }) => String(port)),
    ),
  ];
}
