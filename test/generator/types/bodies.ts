import type { IDeployment } from "kubernetes-models/apps/v1";
import type { IContainer, IPodSpec, IResourceRequirements } from "kubernetes-models/v1";
import type { Templated } from "../../../generator/template/hole.ts";
import { when } from "../../../generator/template/when.ts";
import { affinity, labels, mode, modules, on, path, replicas } from "./values.ts";

/** Holes of the wrong type, and parts that may be missing where Kubernetes wants them. */
export const containers: readonly Templated<IContainer>[] = [
  // @ts-expect-error a number for a string
  { name: replicas },
  // @ts-expect-error a switch for a string
  { name: on },
  // @ts-expect-error a list for a string
  { name: modules },
  // @ts-expect-error a string for a list
  { name: "x", args: path.name },
  // @ts-expect-error a group for a string
  { name: path },
  // @ts-expect-error a map for a string
  { name: labels },
  // @ts-expect-error any word where Kubernetes knows three
  { name: "x", imagePullPolicy: path.name },
  // @ts-expect-error other words than Kubernetes'
  { name: "x", imagePullPolicy: mode },
  // @ts-expect-error misspelt
  { name: "x", imagePulPolicy: "Always" },
  // @ts-expect-error a required field that may be missing
  { name: when<string>(on, "x") },
  // @ts-expect-error a required field that is missing
  { image: "demo:1" },
  // @ts-expect-error a Kubernetes value of another type
  { name: "x", securityContext: affinity },
];

// @ts-expect-error a group where a body of optional fields is wanted
export const resourcesBody: Templated<IResourceRequirements> = path;

// @ts-expect-error the whole body may be missing
export const pod: Templated<IPodSpec> = when<IPodSpec>(on, { containers: [] });

// @ts-expect-error another kind
export const kind: Templated<IDeployment> = { apiVersion: "apps/v1", kind: "StatefulSet" };
