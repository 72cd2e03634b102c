import type { Chart } from "../topology/chart.ts";
import { bullets, prose } from "../topology/markdown.ts";
import { changeKinds, type Release } from "../topology/release.ts";
import { fill } from "./handlebars.ts";

/** CHANGELOG.md of a chart; see https://keepachangelog.com. */
export function changelog({ metadata, releases }: Chart): string {
  return fill("changelog.hbs", { name: metadata.name, releases: releases.map(section) });
}

function section({ version, date, changes }: Release): object {
  const kinds = changeKinds.map((kind) => ({
    title: prose(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`),
    items: bullets(...changes.filter((change) => change.kind === kind).map(({ description }) => description)),
  }));
  return { version, date: date ?? "not released yet", kinds: kinds.filter(({ items }) => items !== "") };
}
