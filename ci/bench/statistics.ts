export function minimum(numbers: readonly number[]): number {
  return Math.min(...numbers);
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = low] =
    sorted.length % 2 === 1 ? [sorted[middle]] : sorted.slice(middle - 1, middle + 1);
  return (low + high) / 2;
}

/** The slope of the line that fits the logarithms best: 1 where `y` grows as `x` does, 2 where it grows as its square. */
export function exponent(points: readonly (readonly [x: number, y: number])[]): number {
  const logarithms = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const meanX = mean(logarithms.map(([x]) => x));
  const meanY = mean(logarithms.map(([, y]) => y));
  const products = logarithms.map(([x, y]) => (x - meanX) * (y - meanY));
  const squares = logarithms.map(([x]) => (x - meanX) ** 2);
  return mean(products) / mean(squares);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
