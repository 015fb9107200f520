import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { renameSubsidiary } from '../../domain/company/rename-subsidiary.js';
import { whereSeen } from '../../domain/company/subsidiary-seen.js';
import { idOf } from '../named-ids.js';
import { Companies } from '../ports/companies.port.js';
import { RenameSubsidiary } from './rename-subsidiary.command.js';

@CommandHandler(RenameSubsidiary)
export class RenameSubsidiaryHandler implements ICommandHandler<RenameSubsidiary> {
  constructor(
    @Inject(Companies) private readonly companies: Companies,
    @Inject(DataKeys) private readonly keys: DataKeys,
  ) {}

  async execute({ subsidiaryId, name, cause }: RenameSubsidiary) {
    const id = await idOf(this.keys, cause.companyId, 'subsidiary', subsidiaryId);
    const rule = whereSeen(cause.subsidiaries, id, (company) => renameSubsidiary(company, id, name));
    return this.companies.decide(cause.companyId, cause, rule);
  }
}
