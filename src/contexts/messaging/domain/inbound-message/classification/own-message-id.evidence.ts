import type { Evidence } from './evidence.js';

/** A mail of ours that came back as it left: somebody's forwarding leads to the company's own address. */
export const ownMessageId: Evidence = {
  name: 'own-message-id',
  proves: 'own-loop',
  seenIn: ({ bearsOwnMessageId }) => bearsOwnMessageId,
};
