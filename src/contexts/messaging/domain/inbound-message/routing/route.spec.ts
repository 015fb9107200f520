import { describe, expect, it } from '@jest/globals';
import { candidateWith, known, mailOf, openApplication, sentTo } from '#test/messaging/ladder.js';
import { ladder } from './ladder.js';
import { route } from './route.js';

const token = 'abcdefghijklmnop';
const ada = candidateWith('ada', openApplication('ada-berlin', 'berlin'));
const bob = candidateWith('bob', openApplication('bob-munich', 'munich'));
const facts = {
  candidates: [ada, bob],
  addresses: { 'ada@mail.example': ['ada'], 'bob@mail.example': ['bob'] },
  conversations: { [token]: { candidateId: 'ada', newest: sentTo('ada', 'out-1'), applicationIds: [] } },
  messages: {
    '<out-1@poststelle.test>': sentTo('ada', 'out-1', { applicationId: 'ada-berlin', subsidiaryId: 'berlin' }),
    '<out-2@poststelle.test>': sentTo('bob', 'out-2'),
  },
};
const inTo = [{ token, field: 'to' as const }];

describe('routing', () => {
  it('R16, R85: brings an answer with our token to the candidate, and to the only open application', () => {
    expect(route(mailOf('ada@mail.example', { tokens: inTo }), known(facts))).toMatchObject({
      type: 'MessageRoutedToCandidate',
      data: { candidateId: 'ada', applicationId: 'ada-berlin', subsidiary: { how: 'application', subsidiaryId: 'berlin' } },
    });
  });

  it('R17, R86: a stranger waits in messages to assign', () => {
    expect(route(mailOf('nobody@mail.example'), known(facts))).toMatchObject({
      type: 'MessageQueuedForAssignment',
      data: { reason: 'address-unknown', proposals: [], subsidiary: { how: 'untagged' } },
    });
  });

  it('S3, S40: a token does not authorise an address that never took part, and the candidate is proposed', () => {
    expect(route(mailOf('nobody@mail.example', { tokens: inTo }), known(facts))).toMatchObject({
      type: 'MessageQueuedForAssignment',
      data: { reason: 'sender-never-took-part', proposals: ['ada'] },
    });
  });

  it('S40: an address that took part before is let through', () => {
    const taught = known({ ...facts, participants: { ada: ['second@mail.example'] } });
    expect(route(mailOf('second@mail.example', { tokens: inTo }), taught)).toMatchObject({ data: { candidateId: 'ada' } });
  });

  it('sends evidence that disagrees to a person: token says one, Message-ID another', () => {
    const mail = mailOf('ada@mail.example', { tokens: inTo, answers: ['<out-2@poststelle.test>'] });
    expect(route(mail, known(facts))).toMatchObject({
      type: 'MessageQueuedForAssignment',
      data: { reason: 'evidence-disagrees', proposals: ['ada', 'bob'] },
    });
  });

  it('sends evidence that disagrees to a person: token says one, the sole owner of the address is another', () => {
    const mixed = known({ ...facts, participants: { ada: ['bob@mail.example'] } });
    expect(route(mailOf('bob@mail.example', { tokens: inTo }), mixed)).toMatchObject({
      type: 'MessageQueuedForAssignment',
      data: { reason: 'evidence-disagrees', proposals: ['ada', 'bob'] },
    });
  });

  it('of two candidates with one address the one whose thread it is counts', () => {
    const shared = known({ ...facts, addresses: { 'family@mail.example': ['ada', 'bob'] } });
    const mail = mailOf('family@mail.example', { tokens: inTo, addressedSubsidiaries: ['munich'] });
    expect(route(mail, shared)).toMatchObject({ type: 'MessageRoutedToCandidate', data: { candidateId: 'ada' } });
  });

  it('S31: the answered message says which of two applications it is about, whatever the constant token says', () => {
    const twice = candidateWith('ada', openApplication('ada-berlin', 'berlin'), openApplication('ada-munich', 'munich'));
    const mail = mailOf('ada@mail.example', { tokens: inTo, answers: ['<out-1@poststelle.test>'] });
    expect(route(mail, known({ ...facts, candidates: [twice] }))).toMatchObject({
      data: { candidateId: 'ada', applicationId: 'ada-berlin', subsidiary: { how: 'answered-message', subsidiaryId: 'berlin' } },
    });
  });

  it('S31: leaves the application open for a person where nothing says which of two it is', () => {
    const twice = candidateWith('ada', openApplication('ada-berlin', 'berlin'), openApplication('ada-munich', 'munich'));
    const end = route(mailOf('ada@mail.example', { tokens: inTo }), known({ ...facts, candidates: [twice] }));
    expect(end.data).not.toHaveProperty('applicationId');
    expect(end.data).toMatchObject({ candidateId: 'ada', subsidiary: { how: 'untagged' } });
  });

  it("S32: a candidate's second mail without any thread finds the same candidate", () => {
    expect(route(mailOf('ada@mail.example'), known(facts))).toMatchObject({
      type: 'MessageRoutedToCandidate',
      data: { candidateId: 'ada' },
    });
  });

  it('S12: a different mail under a Message-ID that was used is routed by its own evidence', () => {
    const forged = mailOf('nobody@mail.example', { answers: ['<out-1@poststelle.test>'] });
    expect(route(forged, known(facts))).toMatchObject({ type: 'MessageQueuedForAssignment', data: { proposals: ['ada'] } });
  });

  it('S10: one mail over several of our addresses has one end', () => {
    const mail = mailOf('ada@mail.example', { tokens: [...inTo, { token, field: 'cc' }, { token, field: 'envelope' }] });
    expect(route(mail, known(facts))).toMatchObject({ type: 'MessageRoutedToCandidate', data: { candidateId: 'ada' } });
  });

  it('S11: the same mail is decided in the same way', () => {
    const mail = mailOf('ada@mail.example', { tokens: inTo });
    expect(route(mail, known(facts))).toEqual(route(mail, known(facts)));
  });

  it('S37: mail of an erased person is assigned by a person', () => {
    const gone = known({ ...facts, candidates: [{ ...ada, erased: true }, bob] });
    expect(route(mailOf('ada@mail.example', { tokens: inTo }), gone)).toMatchObject({
      type: 'MessageQueuedForAssignment',
      data: { reason: 'candidate-erased', proposals: [] },
    });
  });

  it('gives mail to postmaster@ to nobody, whatever it carries', () => {
    expect(route(mailOf('ada@mail.example', { toOperator: true }), known(facts))).toMatchObject({
      type: 'MessageQueuedForAssignment',
      data: { reason: 'mail-to-the-operator' },
    });
  });

  it('gives what the parser could not read to a person, with what is known as proposal', () => {
    expect(route(mailOf('ada@mail.example', { unreadable: true }), known(facts))).toMatchObject({
      type: 'MessageQueuedForAssignment',
      data: { reason: 'unreadable', proposals: ['ada'] },
    });
  });

  it('tells of every rule what it saw or why it missed, and at which position', () => {
    const { routing } = route(mailOf('nobody@mail.example'), known(facts)).data;
    expect(routing.router).toBe(ladder.version);
    expect(routing.at).toBe('memory:1');
    expect(routing.rungs.map(({ rung }) => rung)).toEqual(ladder.rungs.map(({ name }) => name));
    expect(routing.rungs.every(({ reason }) => reason !== undefined)).toBe(true);
  });
});
