import { parseXml, type XmlElement } from "@rgrove/parse-xml";
import type { Case } from "./case.ts";

/**
 * The cases of a JUnit report.
 * @param place what their names begin with, since a report need not tell which file they are from
 * @throws XmlError for what is no XML
 */
export function casesOfJunit(report: string, place: string): readonly Case[] {
  const { root } = parseXml(report);
  return root === null ? [] : elementsIn(root, "testcase").map((element) => caseOf(element, place));
}

function caseOf(element: XmlElement, place: string): Case {
  const name = `${place} > ${element.attributes["name"] ?? "a case without a name"}`;
  const [problem] = [...elementsIn(element, "failure"), ...elementsIn(element, "error")];
  if (problem !== undefined) return { name, outcome: "failed", reason: oneLine(problem.text) };
  const [skipped] = elementsIn(element, "skipped");
  if (skipped === undefined) return { name, outcome: "passed" };
  const reason = oneLine(skipped.attributes["message"] ?? "");
  return reason === "" ? { name, outcome: "failed", reason: noReason } : { name, outcome: "skipped", reason };
}

const noReason = "it is skipped without saying why";

function elementsIn(parent: XmlElement, name: string): readonly XmlElement[] {
  const children = parent.children.filter((child): child is XmlElement => child.type === "element");
  return children.flatMap((child) => (child.name === name ? [child] : elementsIn(child, name)));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
