import { randomUUID } from 'node:crypto';

/** RFC 3464 as Postfix writes it: about a mail of ours, whose header fields it returns. */
export function deliveryReport(about: {
  readonly to: string;
  readonly action: 'failed' | 'delayed' | 'delivered';
  readonly status: string;
  readonly recipient: string;
  readonly returned: string;
}): string {
  return [
    'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
    `To: ${about.to}`,
    `Subject: Delivery Status Notification (${about.action})`,
    `Message-ID: <${randomUUID()}@mx.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mx.example.',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${about.recipient}`,
    `Action: ${about.action}`,
    `Status: ${about.status}`,
    `Diagnostic-Code: smtp; ${about.action === 'failed' ? '550 5.1.1 User unknown' : '450 4.2.0 Try later'}`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    about.returned.slice(0, about.returned.indexOf('\r\n\r\n')),
    '',
    '--b--',
    '',
  ].join('\r\n');
}
