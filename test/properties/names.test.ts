import { test } from "vitest";
import { charts } from "../../generator/charts/index.ts";
import { nameProblems } from "../charts/object-names.ts";
import { checkRendered } from "./rendered.ts";

test.each(charts)("the objects of $metadata.name have names that Kubernetes accepts", (chart) => {
  checkRendered(chart, "object names", (objects) => objects.flatMap(nameProblems), {
    // Some are named by the user, who may want a subdomain.
    except: (path) => path.join(".") === "serviceAccount.name",
  });
});
