/** Names of variables whose values are nobody's business. */
const confidentialName = /(^|_)(TOKEN|SECRET|PASSWORD|PASS|KEY|KEYS|DSN|CREDENTIALS?|COOKIE)(_|$)/i;

/** Whether a text holds credentials, as in `https://user:password@host`, though its name does not say so. */
export function hasCredentials(text: string): boolean {
  return /:\/\/[^/\s@]*:[^/\s@]+@/.test(text);
}

/** Whether a variable is better in no file of values, to judge by its name and form. */
export function isConfidential(name: string, text: string): boolean {
  return confidentialName.test(name) || hasCredentials(text);
}
