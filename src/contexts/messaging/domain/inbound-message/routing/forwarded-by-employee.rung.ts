import { doubt, nothing, type Rung } from './rung.js';
import { soleSender } from './sole-sender.js';

/**
 * S9: only what a registered employee forwards is looked into. A header From can be forged: without a proof of it (aligned DKIM or SPF)
 * the outermost block gives a proposal, and a person decides.
 */
export const forwardedByEmployee: Rung = {
  name: 'forwarded-by-employee',

  climb(mail, known) {
    if (mail.forwarded === undefined) return nothing('nothing-forwarded');
    const sender = soleSender(mail);
    if (sender === undefined) return nothing('no-single-sender');
    if (!known.isEmployee(sender)) return nothing('sender-is-no-employee');

    const { from } = mail.forwarded;
    if (from === undefined) return doubt('forwarded-without-an-address', []);
    const owners = known.ownersOf(from).map(({ candidateId }) => candidateId);
    return doubt(owners.length === 0 ? 'forwarded-from-an-unknown-address' : 'forwarded-without-proof', owners);
  },
};
