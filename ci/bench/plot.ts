import { type Chapter, rounded } from "./figures.ts";
import { median, minimum } from "./statistics.ts";

/** All in pixels. */
const bars = 320;
const figures = 110;
const row = 26;
/** As wide as a letter is at most, on average, in any sans-serif font of the size below. */
const letter = 7.2;

/** Readable on light and on dark pages: an image has no other way to know which it is on. */
const style = `text { font: 13px sans-serif; fill: #24292f } .median { fill: #9ecbff } .min { fill: #0969da }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .median { fill: #1f4b7a } .min { fill: #58a6ff } }`;

/** A bar for each series: to its minimum, and paler to its median. */
export function plot({ title, series }: Chapter): string {
  const longest = Math.max(...series.map(({ milliseconds }) => median(milliseconds)));
  const scale = bars / longest;
  const labels = Math.ceil(Math.max(...series.map(({ name }) => name.length)) * letter) + 16;
  const width = labels + bars + figures;
  const height = series.length * row + 10;
  const rows = series.map(({ name, milliseconds }, index) => {
    const [least, middle] = [minimum(milliseconds), median(milliseconds)];
    const top = 5 + index * row;
    const bar = (kind: string, length: number): string =>
      `<rect class="${kind}" x="${labels}" y="${top + 4}" width="${(length * scale).toFixed(1)}" height="${row - 8}"/>`;
    return [
      `<text x="${labels - 8}" y="${top + 18}" text-anchor="end">${escaped(name)}</text>`,
      bar("median", middle),
      bar("min", least),
      `<text x="${(labels + middle * scale + 6).toFixed(1)}" y="${top + 18}">${rounded(least)} ms</text>`,
    ].join("\n");
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    ...rows,
    "</svg>\n",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
