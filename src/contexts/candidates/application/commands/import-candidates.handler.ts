import { Inject } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import { normalAddress } from '#kernel/email-address.js';
import type { Cause } from '#platform/event-store/streams.js';
import { Candidates } from '../../public/candidates.js';
import { eachOf, type ItemResult, refused, step } from '../batches/batch.js';
import { AddAddress } from './add-address.command.js';
import { type CandidateItem, ImportCandidates } from './import-candidates.command.js';
import { OpenApplication } from './open-application.command.js';
import { RegisterCandidate } from './register-candidate.command.js';

@CommandHandler(ImportCandidates)
export class ImportCandidatesHandler implements ICommandHandler<ImportCandidates> {
  constructor(
    private readonly commands: CommandBus,
    @Inject(Candidates) private readonly candidates: Candidates,
  ) {}

  async execute({ items, cause }: ImportCandidates) {
    return allow({ results: await eachOf(items, cause, (item, own) => this.one(item, own)) });
  }

  private async one(item: CandidateItem, cause: Cause): Promise<ItemResult> {
    const registered = await this.commands.execute(new RegisterCandidate(item, cause));
    if (registered.ok)
      return { externalId: item.externalId, result: 'created', id: registered.value.candidateId, position: registered.value.position };
    // S32: the platform's own id makes no second profile.
    const known = registered.refusal.reason === 'external-id-taken' ? await this.known(item, cause) : undefined;
    return known === undefined ? refused(item, registered) : this.update(item, known.candidateId, known.addresses, cause);
  }

  /** The candidate of that name; `undefined` where the name is another application's, or the token does not see the person. */
  private async known({ externalId }: CandidateItem, { companyId, subsidiaries }: Cause) {
    const candidateId = await this.candidates.resolveId(companyId, `external:${externalId}`);
    return this.candidates.candidate(companyId, candidateId, subsidiaries);
  }

  private async update(item: CandidateItem, candidateId: string, addresses: readonly string[], cause: Cause): Promise<ItemResult> {
    const has = new Set(addresses.map(normalAddress));
    let [changed, position] = [false, {}];
    for (const address of item.addresses.filter((each) => !has.has(normalAddress(each)))) {
      const added = await this.commands.execute(new AddAddress(candidateId, address, step(cause, `address ${normalAddress(address)}`)));
      if (!added.ok) return refused(item, added);
      [changed, position] = [true, { position: added.value.position }];
    }
    const opened = await this.openNew(item, candidateId, cause);
    if (opened?.ok === false) return refused(item, opened);
    if (opened?.ok === true) [changed, position] = [true, { position: opened.value.position }];
    return { externalId: item.externalId, result: changed ? 'updated' : 'unchanged', id: candidateId, ...position };
  }

  /** Only an application that the platform has a name for can be told from one that is there already. */
  private async openNew({ application }: CandidateItem, candidateId: string, cause: Cause) {
    const name = application?.externalId;
    if (application === undefined || name === undefined) return undefined;
    const idOrName = `external:${name}`;
    if ((await this.candidates.resolveApplicationId(cause.companyId, idOrName)) !== idOrName) return undefined;
    return this.commands.execute(new OpenApplication(candidateId, application, step(cause, `application ${name}`)));
  }
}
