/** The oldest Node that reads TypeScript without a flag; see the Node documentation, "Modules: TypeScript". */
const oldest = [22, 18] as const;

/** What is wrong with a version of Node, for one line; nothing when it will do. */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined;
  return `Node ${version} is too old; run it by \`npm run gen\`, which brings its own, or install ${oldest.join(".")} or later`;
}
