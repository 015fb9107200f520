import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#platform/event-store/streams.js';
import { type ItemResult, refused } from '../batches/batch.js';
import { Batches } from '../batches/batches.js';
import { CandidateUpdates } from '../batches/candidate-updates.js';
import { CandidateIds } from '../candidate-ids.js';
import { type CandidateItem, ImportCandidates } from './import-candidates.command.js';
import { RegisterCandidate } from './register-candidate.command.js';

@CommandHandler(ImportCandidates)
export class ImportCandidatesHandler implements ICommandHandler<ImportCandidates> {
  constructor(
    private readonly commands: CommandBus,
    private readonly batches: Batches,
    private readonly candidateIds: CandidateIds,
    private readonly updates: CandidateUpdates,
  ) {}

  async execute({ items, cause }: ImportCandidates) {
    return this.batches.of(items, cause, (item, own) => this.one(item, own));
  }

  private async one(item: CandidateItem, cause: Cause): Promise<ItemResult> {
    const { externalId } = item;
    const registered = await this.commands.execute(new RegisterCandidate(item, cause));
    if (registered.ok) return { externalId, result: 'created', id: registered.value.candidateId, position: registered.value.position };
    if (registered.refusal.reason !== 'external-id-taken') return refused(item, registered);
    // S32: the platform's own id makes no second profile. Where there is none of it, the name of the application is another person's.
    const candidateId = await this.candidateIds.fresh(cause, externalId);
    return (await this.updates.update(item, candidateId, cause)) ?? refused(item, registered);
  }
}
