import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#platform/event-store/streams.js';
import { differencesOf } from '../../domain/candidate/differences.js';
import { ApplicationNames } from '../application-names.js';
import { ApplicationSubsidiary } from '../application-subsidiary.js';
import { differing, type ItemResult, refused, somebodyWasFaster } from '../batches/batch.js';
import { Batches } from '../batches/batches.js';
import { CandidateIds } from '../candidate-ids.js';
import { type ApplicationItem, ImportApplications } from './import-applications.command.js';
import { OpenApplication } from './open-application.command.js';

/** So often in all, where somebody else is faster. */
const tries = 3;

@CommandHandler(ImportApplications)
export class ImportApplicationsHandler implements ICommandHandler<ImportApplications> {
  constructor(
    private readonly commands: CommandBus,
    private readonly batches: Batches,
    private readonly candidateIds: CandidateIds,
    private readonly names: ApplicationNames,
    private readonly subsidiary: ApplicationSubsidiary,
  ) {}

  async execute({ items, cause }: ImportApplications) {
    return this.batches.of(items, cause, (item, own) => this.one(item, own));
  }

  private async one({ candidateId: idOrExternal, ...application }: ApplicationItem, cause: Cause): Promise<ItemResult> {
    const { externalId } = application;
    const candidateId = await this.candidateIds.resolve(cause.companyId, idOrExternal);
    for (let attempt = 1; ; attempt++) {
      const named = await this.names.of(candidateId, externalId, cause);
      if (!named.ok) return refused(application, named);
      if (named.value !== undefined) {
        const differences = differencesOf(named.value, await this.subsidiary.resolved(application, cause));
        return { externalId, result: 'unchanged', id: named.value.applicationId, ...differing(differences) };
      }
      const opened = await this.commands.execute(new OpenApplication(candidateId, application, cause));
      if (opened.ok) return { externalId, result: 'created', id: opened.value.applicationId, position: opened.value.position };
      if (attempt === tries || !somebodyWasFaster(opened.refusal.reason)) return refused(application, opened);
    }
  }
}
