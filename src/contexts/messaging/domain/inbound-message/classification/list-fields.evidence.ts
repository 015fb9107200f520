import type { Evidence } from './evidence.js';
import { fromList } from './machine-made.js';

/** A list carried it. The router still asks whose it is: a Google Group as redirect marks every mail as a list. */
export const listFields: Evidence = {
  name: 'list-fields',
  proves: 'list',
  seenIn: ({ mail }) => fromList(mail),
};
