import { join } from "node:path";
import { execa } from "execa";
import type { KubeletClient } from "./server-arguments.ts";

/** A certificate that signs itself, by which the API server shows the kubelet who it is. The kubelet trusts this one only. */
export async function writeKubeletClient(folder: string): Promise<KubeletClient> {
  const client = { certificate: join(folder, "kubelet-client.crt"), key: join(folder, "kubelet-client.key") };
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "365"];
  const subject = ["-subj", "/O=system:masters/CN=kube-apiserver", "-addext", "extendedKeyUsage=clientAuth"];
  await execa("openssl", ["req", ...kind, ...subject, "-keyout", client.key, "-out", client.certificate]);
  return client;
}
