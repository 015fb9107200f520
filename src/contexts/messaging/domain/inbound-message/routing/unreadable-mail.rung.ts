import { doubt, nothing, type Rung } from './rung.js';

/** What the parser could not read through may say something else to a person than to us. */
export const unreadableMail: Rung = {
  name: 'unreadable-mail',
  climb: ({ unreadable }) => (unreadable ? doubt('unreadable', []) : nothing('readable')),
};
