/** A Secret that somebody would have made before a profile is installed, for the extra objects of its test. */
export function testSecret(name: string, keys: Readonly<Record<string, string>>) {
  return { apiVersion: "v1", kind: "Secret", metadata: { name }, stringData: keys };
}
