import { test } from "vitest";
import { charts } from "../../generator/charts/index.ts";
import { restrictionsBroken } from "../charts/pod-problems.ts";
import { podTemplates } from "../charts/pods.ts";
import { checkRendered } from "./rendered.ts";

test.each(charts)("the pods of $metadata.name keep to the restricted level", (chart) => {
  checkRendered(chart, "restricted", (objects) => podTemplates(objects).flatMap(restrictionsBroken), {
    // With these users may leave the level, or stay at it.
    except: (path) => path.includes("securityContext") || path.includes("sidecars"),
  });
});
