import type { Application } from './application.js';
import type { Candidate } from './candidate.js';

/** What a platform says of an application; what it leaves out there is none of. */
export interface SaidApplication {
  readonly job: string;
  readonly department?: string;
  readonly subsidiaryId?: string;
}

export type DifferentField = keyof SaidApplication;

/** In which fields the application is another than what is said of it. */
export function differencesOf(application: SaidApplication, said: SaidApplication): readonly DifferentField[] {
  const now = { ...said, job: said.job.trim() };
  return (['job', 'department', 'subsidiaryId'] as const).filter((field) => application[field] !== now[field]);
}

/** An application of that person which is the one that is said, whatever its standing. */
export function sameApplication({ applications }: Candidate, said: SaidApplication): Application | undefined {
  return applications.find((application) => differencesOf(application, said).length === 0);
}

/** Whether the person is known by another name; an erased one differs from none. */
export function namedOtherwise(candidate: Candidate, name: string): boolean {
  return candidate.name.read({ known: (known) => known !== name.trim(), erased: () => false });
}
