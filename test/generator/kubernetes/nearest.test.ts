import { describe, expect, test } from "vitest";
import { nearest } from "../../../generator/kubernetes/nearest.ts";

describe("nearest", () => {
  test.each([
    ["a letter too few", { name: "limit", options: ["claims", "limits", "requests"], count: 1 }, ["limits"]],
    ["letters exchanged", { name: "iamge", options: ["args", "image", "name"], count: 1 }, ["image"]],
    ["another case", { name: "imagepullpolicy", options: ["image", "imagePullPolicy"], count: 1 }, ["imagePullPolicy"]],
    ["nearest first", { name: "port", options: ["hostPort", "ports", "part"], count: 2 }, ["ports", "part"]],
    ["a part of an option", { name: "volume", options: ["name", "volumeMounts"], count: 1 }, ["volumeMounts"]],
    ["equally far ones by name", { name: "x", options: ["c", "b", "a"], count: 2 }, ["a", "b"]],
    ["no name", { name: "", options: ["abc", "a"], count: 1 }, ["a"]],
    ["no options", { name: "x", options: [], count: 3 }, []],
  ])("%s", (_, { name, options, count }, want) => {
    expect(nearest(name, options, count)).toEqual(want);
  });
});
