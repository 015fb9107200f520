import { describe, it } from '@jest/globals';
import { storyOf } from '#test/story.js';
import { closeSubsidiary } from './close-subsidiary.js';
import { company } from './company.js';
import type { CompanyRegistered, SubsidiaryClosed, SubsidiaryRegistered } from './events.js';
import { registerSubsidiary } from './register-subsidiary.js';
import { renameSubsidiary } from './rename-subsidiary.js';

const { given } = storyOf(company);

const acme: CompanyRegistered = {
  type: 'CompanyRegistered',
  data: { slug: 'acme', name: 'Acme', languages: ['de'], timeZone: 'Europe/Berlin' },
};
const north: SubsidiaryRegistered = { type: 'SubsidiaryRegistered', data: { subsidiaryId: 'n', name: 'Acme Nord', tag: 'acme-nord' } };
const northClosed: SubsidiaryClosed = { type: 'SubsidiaryClosed', data: { subsidiaryId: 'n' } };

describe('registering a subsidiary', () => {
  it('R91: gives it a tag of its own, from its name', () => {
    given(acme)
      .when((state) => registerSubsidiary(state, { subsidiaryId: 'n', name: ' Acme Nord ' }))
      .then(north);
  });

  it('numbers the tag of a second one with the same name', () => {
    given(acme, north)
      .when((state) => registerSubsidiary(state, { subsidiaryId: 'm', name: 'Acme Nord' }))
      .then({ type: 'SubsidiaryRegistered', data: { subsidiaryId: 'm', name: 'Acme Nord', tag: 'acme-nord-2' } });
  });

  it('takes the tag that was chosen', () => {
    given(acme)
      .when((state) => registerSubsidiary(state, { subsidiaryId: 's', name: 'Süd', tag: 'south', externalId: 'le-2' }))
      .then({ type: 'SubsidiaryRegistered', data: { subsidiaryId: 's', name: 'Süd', tag: 'south', externalId: 'le-2' } });
  });

  it('refuses a tag that another one has, closed or not, because mail to it still arrives', () => {
    given(acme, north, northClosed)
      .when((state) => registerSubsidiary(state, { subsidiaryId: 's', name: 'X', tag: 'acme-nord' }))
      .thenRefused('tag-taken', { field: 'tag', facts: { tag: 'acme-nord' } });
  });

  it('refuses a tag that looks like one of our tokens', () => {
    given(acme)
      .when((state) => registerSubsidiary(state, { subsidiaryId: 's', name: 'X', tag: 'abcdefghijklmnop' }))
      .thenRefused('tag-looks-like-a-token', { field: 'tag' });
  });

  it('refuses a tag that cannot stand in an address', () => {
    given(acme)
      .when((state) => registerSubsidiary(state, { subsidiaryId: 's', name: 'X', tag: 'Süd' }))
      .thenRefused('tag-malformed', { field: 'tag' });
  });

  it('refuses the second use of an external id', () => {
    given(acme, north)
      .when((state) => registerSubsidiary(state, { subsidiaryId: 'n', name: 'X', externalId: 'le-1' }))
      .thenRefused('external-id-taken', { field: 'externalId', facts: { id: 'n' } });
  });

  it('keeps the stream that RCPT TO reads short', () => {
    const many = Array.from({ length: 200 }, (_, index): SubsidiaryRegistered => {
      const tag = `s-${index}`;
      return { type: 'SubsidiaryRegistered', data: { subsidiaryId: tag, name: tag, tag } };
    });
    given(acme, ...many)
      .when((state) => registerSubsidiary(state, { subsidiaryId: 'one-more', name: 'X' }))
      .thenRefused('too-many-subsidiaries', { facts: { most: 200 } });
  });
});

describe('renaming a subsidiary', () => {
  it('R24: changes the name and keeps the tag that redirects point to', () => {
    given(acme, north)
      .when((state) => renameSubsidiary(state, 'n', 'Acme Norden'))
      .then({ type: 'SubsidiaryRenamed', data: { subsidiaryId: 'n', name: 'Acme Norden' } });
  });

  it('records nothing where the name is the same', () => {
    given(acme, north)
      .when((state) => renameSubsidiary(state, 'n', 'Acme Nord '))
      .then();
  });

  it('refuses one that is not there, closed, or would have no name', () => {
    given(acme)
      .when((state) => renameSubsidiary(state, 'n', 'X'))
      .thenRefused('subsidiary-not-found');
    given(acme, north, northClosed)
      .when((state) => renameSubsidiary(state, 'n', 'X'))
      .thenRefused('subsidiary-closed');
    given(acme, north)
      .when((state) => renameSubsidiary(state, 'n', ' '))
      .thenRefused('name-missing', { field: 'name' });
  });
});

describe('closing a subsidiary', () => {
  it('is recorded once', () => {
    given(acme, north)
      .when((state) => closeSubsidiary(state, 'n'))
      .then(northClosed);
    given(acme, north, northClosed)
      .when((state) => closeSubsidiary(state, 'n'))
      .then();
  });

  it('refuses one that is not there', () => {
    given(acme)
      .when((state) => closeSubsidiary(state, 'n'))
      .thenRefused('subsidiary-not-found');
  });
});
