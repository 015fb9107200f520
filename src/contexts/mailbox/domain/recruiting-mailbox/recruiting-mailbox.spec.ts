import { describe, expect, it } from '@jest/globals';
import { storyOf } from '#test/story.js';
import { chooseSenderName } from './choose-sender-name.js';
import type { MailboxProvisioned, SenderNameChosen } from './events.js';
import { provisionMailbox } from './provision-mailbox.js';
import { recruitingMailbox } from './recruiting-mailbox.js';

const { given } = storyOf(recruitingMailbox);

const provisioned: MailboxProvisioned = { type: 'MailboxProvisioned', data: { serviceLocalPart: 'acme-jobs' } };
const employeeChosen: SenderNameChosen = { type: 'SenderNameChosen', data: { senderName: 'employee' } };

describe('a recruiting mailbox', () => {
  it('R8, R11: is provisioned with the account’s own local part', () => {
    expect(provisionMailbox('acme')).toEqual(provisioned);
  });

  it('R3: sends over the service from the first moment', () => {
    expect(recruitingMailbox.create(provisioned).activeChannel).toBe('service');
  });
});

describe('choosing the sender name', () => {
  it('R14, R15, R28: takes the employee’s, before any connection is set up', () => {
    given(provisioned)
      .when((mailbox) => chooseSenderName(mailbox, 'employee'))
      .then(employeeChosen);
  });

  it('R14: takes the company’s back', () => {
    given(provisioned, employeeChosen)
      .when((mailbox) => chooseSenderName(mailbox, 'company'))
      .then({ type: 'SenderNameChosen', data: { senderName: 'company' } });
  });

  it('records nothing where it is chosen already', () => {
    given(provisioned, employeeChosen)
      .when((mailbox) => chooseSenderName(mailbox, 'employee'))
      .then();
  });
});
