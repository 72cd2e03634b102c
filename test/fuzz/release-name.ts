import fc from "fast-check";

/** Names that Helm accepts for a release: at most 53 characters of DNS labels with points between. */
export const releaseNames: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("foxctl", "arizuko", "release", "123", "1e3", "on", "null", "a.b", "release-".repeat(6)),
  fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,51}[a-z0-9])?$/),
);
