import { answeredMessage } from './answered-message.rung.js';
import { autoReply } from './auto-reply.rung.js';
import { automaticMail } from './automatic-mail.rung.js';
import { complaint } from './complaint.rung.js';
import { conversationToken } from './conversation-token.rung.js';
import { deliveryReport } from './delivery-report.rung.js';
import { forwardedByEmployee } from './forwarded-by-employee.rung.js';
import { mailingList } from './mailing-list.rung.js';
import { operatorMail } from './operator-mail.rung.js';
import { ownTest } from './own-test.rung.js';
import { ownLoop } from './own-loop.rung.js';
import type { Rung } from './rung.js';
import { senderAddress } from './sender-address.rung.js';
import { unreadableMail } from './unreadable-mail.rung.js';

/** The whole policy, in the order in which it is climbed. A change of any rung raises `version`. */
export const ladder: { readonly version: string; readonly rungs: readonly Rung[] } = {
  version: 'ladder-2',
  rungs: [
    ownTest,
    ownLoop,
    complaint,
    deliveryReport,
    autoReply,
    automaticMail,
    mailingList,
    operatorMail,
    unreadableMail,
    conversationToken,
    answeredMessage,
    forwardedByEmployee,
    senderAddress,
  ],
};
