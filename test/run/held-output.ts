import { Writable } from "node:stream";

/** What is printed while others have the terminal: it is kept until it may be shown, and from then on shown at once. */
export interface HeldOutput {
  readonly stream: Writable;
  readonly show: () => void;
}

export function heldOutput(terminal: Writable): HeldOutput {
  const kept: Uint8Array[] = [];
  let isShown = false;
  const stream = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      if (isShown) terminal.write(chunk);
      else kept.push(chunk);
      done();
    },
  });
  const show = (): void => {
    isShown = true;
    for (const chunk of kept.splice(0)) terminal.write(chunk);
  };
  return { stream, show };
}
