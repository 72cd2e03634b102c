import type { Document } from "../../../template/document.ts";
import { serviceAccount, serviceAccountDocument } from "../../../topology/service-account.ts";
import { given } from "../values.ts";

/** The account of the pod. No daemon uses the Kubernetes API; External Secrets reads stores with it. */
export const account = serviceAccount("The account that arizuko's pod runs as.", given.serviceAccount);

export const accountDocument: Document = serviceAccountDocument(account);
