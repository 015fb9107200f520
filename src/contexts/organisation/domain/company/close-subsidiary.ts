import { accept, refuse } from '#kernel/decision.js';
import { type Company, subsidiaryOf } from './company.js';
import type { SubsidiaryClosed } from './events.js';

/** No new application names it from now on; closing twice is once. */
export function closeSubsidiary(company: Company, subsidiaryId: string) {
  const subsidiary = subsidiaryOf(company, subsidiaryId);
  if (subsidiary === undefined) return refuse('subsidiary-not-found');
  if (subsidiary.closed) return accept<SubsidiaryClosed>();
  return accept<SubsidiaryClosed>({ type: 'SubsidiaryClosed', data: { subsidiaryId } });
}
