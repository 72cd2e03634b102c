/** The key with two letters swapped, or one more where that changes nothing or gives another known key. */
export function misspell(key: string, known: readonly string[]): string {
  for (let index = 0; index + 1 < key.length; index++) {
    const swapped = `${key.slice(0, index)}${key.charAt(index + 1)}${key.charAt(index)}${key.slice(index + 2)}`;
    if (!known.includes(swapped)) return swapped;
  }
  return `${key}x`;
}
