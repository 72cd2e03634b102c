/**
 * A float as Go's `%v` writes it: `999999`, `1.048576e+06`, `0.0001`, `1e-05` (Go documentation, "strconv", on
 * FormatFloat with format 'g' and the fewest digits that tell the number from its neighbours).
 */
export function floatText(value: number): string {
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(value);
  return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** An integer as Go writes it: in full, whatever its size. */
export function integerText(value: number): string {
  return String(BigInt(value));
}
