import type { Explanations } from '../told.js';

export const candidatesExplained: Explanations = {
  'candidate.registered': { en: 'The candidate was registered.', de: 'Die sich bewerbende Person wurde erfasst.' },
  'candidate.address-added': {
    en: 'An address was added; mail from it is known to be from this person.',
    de: 'Eine Adresse kam hinzu; Post von ihr wird dieser Person zugeordnet.',
  },
  'candidate.address-removed': {
    en: 'An address was removed; mail from it is no longer known to be from this person.',
    de: 'Eine Adresse wurde entfernt; Post von ihr wird dieser Person nicht mehr zugeordnet.',
  },
  'candidate.application-opened': {
    en: 'An application as {job} was opened ({applicationId}).',
    de: 'Eine Bewerbung als {job} wurde eröffnet ({applicationId}).',
  },
  'candidate.application-rejected': {
    en: 'The application {applicationId} was rejected by the company on {at}.',
    de: 'Die Bewerbung {applicationId} wurde von der Firma am {at} abgelehnt.',
  },
  'candidate.application-withdrawn': {
    en: 'The application {applicationId} was withdrawn by the person on {at}.',
    de: 'Die Bewerbung {applicationId} wurde von der Person am {at} zurückgezogen.',
  },
  'candidate.application-hired': {
    en: 'The application {applicationId} led to a job on {at}.',
    de: 'Die Bewerbung {applicationId} führte am {at} zur Einstellung.',
  },
  'candidate.application-reopened': {
    en: 'The application {applicationId} was opened again.',
    de: 'Die Bewerbung {applicationId} wurde wieder eröffnet.',
  },
  'application-claim.claimed': {
    en: 'An external id was given to the application {applicationId} of the candidate {candidateId}.',
    de: 'Eine externe Kennung wurde der Bewerbung {applicationId} der Person {candidateId} gegeben.',
  },
  'application-claim.released': {
    en: 'The external id is free again: the application {applicationId} never came to be.',
    de: 'Die externe Kennung ist wieder frei: Die Bewerbung {applicationId} kam nie zustande.',
  },
};
