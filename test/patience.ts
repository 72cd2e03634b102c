/**
 * How long tests wait for what should be so within seconds, in milliseconds. Machines are noisy, a wait ends as soon as it
 * can, and what never comes is a failure however late it is seen.
 */
export const patience = 240_000;

/** The same as kubectl and Helm take it. */
export const patiently = `--timeout=${patience / 1000}s`;
