import type { AddressOwner } from './evidence.js';
import { doubt, type Finding, nothing, type Rung } from './rung.js';
import { soleSender } from './sole-sender.js';

/** P1, P2: the sender's address belongs to exactly one candidate with an open application, or to one at the subsidiary addressed. */
export const senderAddress: Rung = {
  name: 'sender-address',

  climb(mail, known) {
    const sender = soleSender(mail);
    if (sender === undefined) return nothing(mail.senders.length === 0 ? 'no-sender' : 'several-senders');
    const owners = known.ownersOf(sender).filter(({ erased }) => !erased);
    if (owners.length === 0) return nothing('address-unknown');

    const open = owners.filter(({ applications }) => applications.length > 0);
    const [only, another] = open;
    if (only === undefined) return doubt('no-open-application', ids(owners));
    return another === undefined ? foundIn(only, owners) : oneAddressed(mail.addressedSubsidiaries, open, owners);
  },
};

/** S31: mail to the untagged address says nothing about a subsidiary, for the parent's applications neither. */
function oneAddressed(subsidiaries: readonly string[], open: readonly AddressOwner[], owners: readonly AddressOwner[]): Finding {
  const [subsidiaryId, anotherSubsidiary] = subsidiaries;
  if (subsidiaryId === undefined || anotherSubsidiary !== undefined) return doubt('several-candidates', ids(open));
  const [only, another] = open.filter(({ applications }) => applications.some((application) => application.subsidiaryId === subsidiaryId));
  return only !== undefined && another === undefined ? foundIn(only, owners) : doubt('several-candidates', ids(open));
}

function foundIn({ candidateId }: AddressOwner, owners: readonly AddressOwner[]): Finding {
  return { found: 'candidate', candidateId, among: ids(owners) };
}

function ids(owners: readonly AddressOwner[]): readonly string[] {
  return owners.map(({ candidateId }) => candidateId);
}
