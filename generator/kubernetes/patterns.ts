/**
 * How names look in Kubernetes, as regular expressions without anchors. Sources: Kubernetes documentation, "Object
 * Names and IDs", "Labels and Selectors". They are simpler than Kubernetes' own, since Helm compiles them at each run,
 * and the API server has the last word.
 */

/** A DNS label (RFC 1035), which also Services accept: it starts with a letter. */
export const dnsLabel = "[a-z]([-a-z0-9]*[a-z0-9])?";

/** A DNS label (RFC 1123): the name of a namespace. */
export const namespaceName = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";

/** A DNS subdomain (RFC 1123): the name of most objects. */
export const dnsSubdomain = "[a-z0-9]([-.a-z0-9]*[a-z0-9])?";

/** A host name, with a wildcard for its first part if need be. */
export const hostName = `(\\*\\.)?${dnsSubdomain}`;

/** The key of a label or annotation. */
export const labelKey = "[A-Za-z0-9]([-A-Za-z0-9_./]*[A-Za-z0-9])?";

/** The value of a label. */
export const labelValue = "[-A-Za-z0-9_.]*";

/** A key in a ConfigMap or Secret. */
export const dataKey = "[-._A-Za-z0-9]+";

/** The name of an environment variable. */
export const environmentName = "[A-Za-z_][A-Za-z0-9_]*";

/** An absolute path. */
export const absolutePath = "/[^:]*";

/** A length of time as Go writes it: `90s`, `1h30m`. */
export const duration = "([0-9]+(ms|s|m|h))+";

/** A duration of the Gateway API, whose numbers are of five digits at most (GEP-2257). */
export const gatewayDuration = "([0-9]{1,5}(h|m|s|ms)){1,4}";
