import { test } from "vitest";
import { charts } from "../../generator/charts/index.ts";
import { duplicatesIn } from "../charts/pod-problems.ts";
import { podTemplates } from "../charts/pods.ts";
import { checkRendered } from "./rendered.ts";

test.each(charts)("the pods of $metadata.name name nothing twice", (chart) => {
  checkRendered(chart, "names in pods", (objects) => podTemplates(objects).flatMap(duplicatesIn), {
    // What is in the containers of the user's own is theirs.
    except: (path) => path.includes("sidecars"),
  });
});
