import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow, refuse } from '#kernel/decision.js';
import type { Receipt } from '#kernel/outcome.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import type { Cause } from '#platform/event-store/streams.js';
import { type NewPerson, registerCandidate } from '../../domain/candidate/register-candidate.js';
import type { NewCandidate } from '../../public/candidates.js';
import { ApplicationIds } from '../application-ids.js';
import { ApplicationSubsidiary } from '../application-subsidiary.js';
import { CandidateIds } from '../candidate-ids.js';
import { ExternalIdsInUse } from '../external-ids-in-use.js';
import { KnownPeople } from '../known-people.js';
import { patiently } from '../patiently.js';
import { CandidateStreams } from '../ports/candidate-streams.port.js';
import { RegisterCandidate, type RegisteredCandidate } from './register-candidate.command.js';

@CommandHandler(RegisterCandidate)
export class RegisterCandidateHandler implements ICommandHandler<RegisterCandidate> {
  constructor(
    @Inject(CandidateStreams) private readonly candidates: CandidateStreams,
    @Inject(DataKeys) private readonly keys: DataKeys,
    private readonly candidateIds: CandidateIds,
    private readonly applicationIds: ApplicationIds,
    private readonly subsidiary: ApplicationSubsidiary,
    private readonly known: KnownPeople,
    private readonly inUse: ExternalIdsInUse,
  ) {}

  async execute(command: RegisterCandidate) {
    const { candidate, cause } = command;
    const candidateId = await this.candidateIds.fresh(cause, candidate.externalId);
    // First, so that a repeat is answered as the first time, whatever became of the subsidiary since.
    const before = await this.candidates.begunBefore(candidateId, cause);
    if (before?.ok === true) return this.answer(before.value, candidateId, command);
    if (before !== undefined) return before.refusal.reason === 'exists-already' ? this.inUse.byCandidate(candidateId, cause) : before;

    const subsidiary = await this.subsidiary.find(cause, candidate.application?.subsidiaryId);
    if (!subsidiary.ok) return subsidiary;
    return this.begin(command, candidateId, personOf(candidate, this.applicationIds.fresh(cause), subsidiary.value));
  }

  private async begin(command: RegisterCandidate, candidateId: string, person: NewPerson) {
    const { cause } = command;
    const keyId = `candidate-${candidateId}`;
    const decided = registerCandidate(keyId, person);
    if (!decided.ok) return decided;
    const claimed = await this.claim(candidateId, person, cause);
    if (!claimed.ok) return claimed;

    // Before the events, so that none is ever sealed under a key that a crash took away.
    await this.keys.provide(keyId);
    const begun = await this.candidates.begin(candidateId, cause, ...decided.value);
    if (begun.ok) return this.answer(begun.value, candidateId, command);
    await this.applicationIds.release(cause.companyId, person.application);
    return begun.refusal.reason === 'exists-already' ? this.inUse.byCandidate(candidateId, cause) : begun;
  }

  /** Where another command is registering this very person with an application of that name, it is waited for what comes of it. */
  private async claim(candidateId: string, { application }: NewPerson, cause: Cause) {
    const settled = await patiently(async () => {
      const claimed = await this.applicationIds.claim({ ...application, candidateId }, cause);
      if (claimed.ok || application?.externalId === undefined) return claimed;
      const holder = await this.applicationIds.holder(cause.companyId, application.externalId);
      if (holder !== undefined && holder.candidateId !== candidateId) return claimed;
      const begun = await this.candidates.load(cause.companyId, candidateId);
      return begun && this.inUse.byCandidate(candidateId, cause);
    });
    return settled ?? refuse('external-id-busy', { field: 'externalId' });
  }

  private async answer(receipt: Receipt, candidateId: string, { candidate, cause }: RegisterCandidate) {
    const { companyId, subsidiaries } = cause;
    const about = { companyId, candidateId, subsidiaries, addresses: candidate.addresses, name: candidate.name };
    const warnings = await this.known.warnings(about, receipt.position);
    const application = candidate.application === undefined ? {} : { applicationId: this.applicationIds.fresh(cause) };
    return allow<RegisteredCandidate>({ ...receipt, candidateId, ...application, warnings });
  }
}

function personOf({ application, ...person }: NewCandidate, applicationId: string, subsidiaryId: string | undefined): NewPerson {
  if (application === undefined) return person;
  const { job, department, externalId } = application;
  return {
    ...person,
    application: {
      applicationId,
      job,
      ...(department === undefined ? {} : { department }),
      ...(subsidiaryId === undefined ? {} : { subsidiaryId }),
      ...(externalId === undefined ? {} : { externalId }),
    },
  };
}
