import type { Explanations } from '../told.js';

export const organisationExplained: Explanations = {
  'company.registered': {
    en: 'The company {name} was registered under the account {slug}.',
    de: 'Die Firma {name} wurde unter dem Konto {slug} angemeldet.',
  },
  'company.subsidiary-registered': {
    en: 'The subsidiary {name} was registered; mail to the tag {tag} is meant for it.',
    de: 'Die Gesellschaft {name} wurde angemeldet; Post an den Zusatz {tag} ist für sie bestimmt.',
  },
  'company.subsidiary-renamed': {
    en: 'The subsidiary {subsidiaryId} is called {name} from now on.',
    de: 'Die Gesellschaft {subsidiaryId} heißt von nun an {name}.',
  },
  'company.subsidiary-closed': {
    en: 'The subsidiary {subsidiaryId} was closed.',
    de: 'Die Gesellschaft {subsidiaryId} wurde geschlossen.',
  },
  'company-claim.claimed': {
    en: 'An external id was given to the company {companyId}.',
    de: 'Eine externe Kennung wurde der Firma {companyId} gegeben.',
  },
  'company-claim.released': {
    en: 'The external id is free again: the company that claimed it never came to be.',
    de: 'Die externe Kennung ist wieder frei: Die Firma, die sie beansprucht hat, kam nie zustande.',
  },
  'employee.registered': { en: 'The employee was registered.', de: 'Die Person wurde als Beschäftigte angemeldet.' },
  'employee.changed': {
    en: 'Name or addresses of the employee were changed.',
    de: 'Name oder Adressen der beschäftigten Person wurden geändert.',
  },
  'employee.left': { en: 'The employee left the company.', de: 'Die beschäftigte Person hat die Firma verlassen.' },
};
