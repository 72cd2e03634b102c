const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A text in UTF-8, in which Go counts lengths. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The first bytes of a text. */
export function cutBytes(text: string, length: number): string {
  return decoder.decode(bytesOf(text).subarray(0, length));
}

export function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A letter or digit for each byte. Some come a little more often: it is Helm that draws what is installed. */
export function randomLetters(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => letters.charAt(byte % letters.length)).join("");
}
