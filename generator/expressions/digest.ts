import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { JsonValue } from "../values/json-schema.ts";
import { bytesOf } from "./bytes.ts";

/**
 * The SHA-256 digest, in hexadecimal. Of a text it is Helm's own. Helm digests what a helper prints for an object, which
 * is known here as data: this digest is another one, and changes with the data as Helm's does.
 */
export function digest(value: JsonValue): string {
  return bytesToHex(sha256(bytesOf(typeof value === "string" ? value : canonical(value))));
}

/** The same text for the same data, in whatever order its keys are. */
function canonical(value: JsonValue): string {
  return JSON.stringify(value, (_, part: JsonValue) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
