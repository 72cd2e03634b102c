import type { IContainer, IEnvVar, IPod } from "kubernetes-models/v1";
import { always, type Condition } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import type { Reference } from "../expressions/reference.ts";
import { common } from "../kubernetes/common-values.ts";
import type { ContainerReference } from "../kubernetes/container-values.ts";
import { type ImageValues, imageName } from "../kubernetes/image.ts";
import { componentLabel } from "../kubernetes/labels.ts";
import { objectName } from "../kubernetes/names.ts";
import type { PodReference } from "../kubernetes/pod-values.ts";
import { type ResourceValues, resources } from "../kubernetes/resources.ts";
import { podSecurityContext, securityContext } from "../kubernetes/security-context.ts";
import type { Document, KubernetesBody } from "../template/document.ts";
import type { Hole, Maybe, Templated } from "../template/hole.ts";
import { when } from "../template/when.ts";
import { type Component, componentDocument } from "./component.ts";
import type { Endpoint } from "./connection.ts";
import { urlOf } from "./service.ts";
import { strangerScript } from "./test-scripts.ts";

/** What the pods of `helm test` take from a chart's values. */
export interface TestSettings {
  /** An image with a shell. */
  readonly image: Reference<ImageValues>;
  readonly resources: Reference<ResourceValues>;
  readonly securityContext: ContainerReference["securityContext"];
  readonly pod: Pick<PodReference, "securityContext" | "nodeSelector" | "tolerations">;
}

/** One check: a shell script that ends with 0 where all is well. It stops at the first command that fails. */
export interface TestCheck {
  readonly name: string;
  readonly script: string;
  readonly env: readonly Templated<IEnvVar>[];
  readonly when: Condition;
}

type ContainerOf = Templated<IContainer> | Maybe<IContainer>;

/** The container that makes one check. */
export function testContainer(settings: TestSettings, { name, script, env, when: condition }: TestCheck): ContainerOf {
  const container: Templated<IContainer> = {
    name,
    image: imageName(settings.image),
    imagePullPolicy: settings.image.pullPolicy,
    command: ["/bin/sh", "-ec", script],
    env,
    resources: resources(settings.resources),
    securityContext: securityContext(settings.securityContext),
  };
  return when<IContainer>(condition, container);
}

export interface TestPod {
  readonly name: Expression<string>;
  readonly labels: Hole<{ [key: string]: string }> | { readonly [key: string]: string };
  readonly containers: readonly ContainerOf[];
}

/** A check by a pod that no network policy lets in: it fails where the endpoint answers that pod a path. */
export function strangerTest(
  tests: Component,
  settings: TestSettings,
  { to, path, when: condition }: { readonly to: Endpoint; readonly path: string; readonly when: Condition },
): Document {
  const env = [{ name: "URL", value: urlOf(to) }];
  const name = `${tests.suffix}-stranger`;
  return componentDocument(tests, {
    file: "stranger",
    comment: "Tries as a pod that no network policy lets in, and must fail.",
    condition,
    body: testPod(settings, {
      name: objectName(name),
      labels: { [componentLabel]: name },
      containers: [
        testContainer(settings, { name: to.component.name, script: strangerScript(path), env, when: always }),
      ],
    }),
  });
}

/** A pod of `helm test`, which Helm makes anew each time and leaves for its logs to be read. */
export function testPod({ pod }: TestSettings, { name, labels, containers }: TestPod): KubernetesBody {
  const body: Templated<IPod> = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name,
      labels,
      annotations: { "helm.sh/hook": "test", "helm.sh/hook-delete-policy": "before-hook-creation" },
    },
    spec: {
      restartPolicy: "Never",
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      imagePullSecrets: common.global.imagePullSecrets,
      securityContext: podSecurityContext(pod.securityContext),
      nodeSelector: pod.nodeSelector,
      tolerations: pod.tolerations,
      containers,
    },
  };
  return body;
}
