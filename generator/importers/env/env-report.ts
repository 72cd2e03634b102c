import type { EnvImport, Outcome } from "./env-import.ts";

/** What became of an environment file, in words. Names are told, and never what they are set to. */
export function envReport(file: string, { outcomes, secret }: EnvImport): string {
  return [
    ...sections.flatMap(({ kind, title, tell }) => {
      const some = outcomes.filter((outcome) => outcome.kind === kind);
      return section(
        title,
        some.map((outcome) => `${file}:${outcome.line}: ${tell(outcome)}`),
      );
    }),
    ...section("Made up, since the chart's daemons have keys of their own:", secret.made),
    ...section("Missing: pods wait until the Secret has these keys:", secret.missing),
  ].join("");
}

interface Section {
  readonly kind: Outcome["kind"];
  readonly title: string;
  readonly tell: (outcome: Outcome) => string;
}

const nameOnly = ({ name }: Outcome): string => name;

/** In the order in which a person reads them: what needs no thought first. */
const sections: readonly Section[] = [
  {
    kind: "value",
    title: "Values:",
    tell: ({ name, detail }) => `${name}: ${detail || "as the chart has it anyway"}`,
  },
  {
    kind: "secret",
    title: "In the Secret:",
    tell: ({ name, detail }) => (name === detail ? name : `${name}: ${detail}`),
  },
  { kind: "empty", title: "Empty, and left out:", tell: nameOnly },
  { kind: "each", title: "Left out: each container has one of its own:", tell: nameOnly },
  { kind: "chart", title: "Left out: the chart sets it itself:", tell: nameOnly },
  {
    kind: "otherwise",
    title: "Left out: no value was found that says the same. Look at those that say it:",
    tell: ({ name, detail }) => `${name}: ${detail}`,
  },
  {
    kind: "asleep",
    title: "Taken over, but no container reads it until something else is set:",
    tell: ({ name, detail }) => `${name}: ${detail.replaceAll("`", "")}`,
  },
  {
    kind: "refused",
    title: "Left out: the chart does not take what it says:",
    tell: ({ name, detail }) => `${name}: ${detail}`,
  },
  {
    kind: "unknown",
    title: "Left out: not known to the chart. A daemon that reads it has a value env, such as routd.env:",
    tell: nameOnly,
  },
];

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${title}\n`, ...lines.map((line) => `  ${line}\n`), "\n"];
}
