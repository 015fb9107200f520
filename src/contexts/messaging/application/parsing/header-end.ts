const [lf, cr] = [10, 13];

/** Where the body begins: after the first empty line, whatever ends lines in this mail; `undefined` where there is none in `bytes`. */
export function bodyStart(bytes: Uint8Array): number | undefined {
  let empty = true;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== lf && bytes[at] !== cr) empty = false;
    else {
      if (bytes[at] === cr && bytes[at + 1] === lf) at += 1;
      if (empty) return at + 1;
      empty = true;
    }
  }
  return undefined;
}
