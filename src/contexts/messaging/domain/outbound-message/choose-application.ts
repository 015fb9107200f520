import { allow, refuse } from '#kernel/decision.js';

export interface Application {
  readonly applicationId: string;
  readonly subsidiaryId?: string;
  readonly state: string;
}

/** Sending names the application, whose subsidiary supplies the channel (R90, S31); where it is not named, the only open one counts. */
export function chooseApplication(applications: readonly Application[], applicationId: string | undefined) {
  if (applicationId === undefined) {
    const [only, another] = applications.filter(({ state }) => state === 'open');
    return allow(another === undefined ? only : undefined);
  }
  const named = applications.find((application) => application.applicationId === applicationId);
  return named === undefined ? refuse('application-not-the-candidates', { field: 'applicationId' }) : allow(named);
}
