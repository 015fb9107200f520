/** Raised with every change of what the parser finds, or of the libraries it finds it with. */
export const parserVersion = '1';
