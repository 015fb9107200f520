import { accept, refuse } from '#kernel/decision.js';
import { type Company, subsidiaryOf } from './company.js';
import type { SubsidiaryRenamed } from './events.js';

/** The tag stays: redirects on the company's mail server point to it (R24). */
export function renameSubsidiary(company: Company, subsidiaryId: string, newName: string) {
  const subsidiary = subsidiaryOf(company, subsidiaryId);
  if (subsidiary === undefined) return refuse('subsidiary-not-found');
  if (subsidiary.closed) return refuse('subsidiary-closed');
  const name = newName.trim();
  if (name === '') return refuse('name-missing', { field: 'name' });
  if (name === subsidiary.name) return accept<SubsidiaryRenamed>();
  return accept<SubsidiaryRenamed>({ type: 'SubsidiaryRenamed', data: { subsidiaryId, name } });
}
