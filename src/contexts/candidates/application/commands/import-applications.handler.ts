import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import type { Cause } from '#platform/event-store/streams.js';
import { CandidateIds } from '../candidate-ids.js';
import { ApplicationIds } from '../application-ids.js';
import { eachOf, type ItemResult, refused } from '../batches/batch.js';
import { type ApplicationItem, ImportApplications } from './import-applications.command.js';
import { OpenApplication } from './open-application.command.js';

@CommandHandler(ImportApplications)
export class ImportApplicationsHandler implements ICommandHandler<ImportApplications> {
  constructor(
    private readonly commands: CommandBus,
    private readonly candidateIds: CandidateIds,
    private readonly applicationIds: ApplicationIds,
  ) {}

  async execute({ items, cause }: ImportApplications) {
    return allow({ results: await eachOf(items, cause, (item, own) => this.one(item, own)) });
  }

  private async one({ candidateId, ...application }: ApplicationItem, cause: Cause): Promise<ItemResult> {
    const { externalId } = application;
    const opened = await this.commands.execute(new OpenApplication(candidateId, application, cause));
    if (opened.ok) return { externalId, result: 'created', id: opened.value.applicationId, position: opened.value.position };
    if (opened.refusal.reason !== 'external-id-taken') return refused(application, opened);
    const holder = await this.applicationIds.holder(cause.companyId, externalId);
    const same = holder?.candidateId === (await this.candidateIds.resolve(cause.companyId, candidateId));
    return holder !== undefined && same ? { externalId, result: 'unchanged', id: holder.applicationId } : refused(application, opened);
  }
}
