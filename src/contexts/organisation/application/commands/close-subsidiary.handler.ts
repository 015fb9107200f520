import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { closeSubsidiary } from '../../domain/company/close-subsidiary.js';
import { whereSeen } from '../../domain/company/subsidiary-seen.js';
import { idOf } from '../named-ids.js';
import { Companies } from '../ports/companies.port.js';
import { CloseSubsidiary } from './close-subsidiary.command.js';

@CommandHandler(CloseSubsidiary)
export class CloseSubsidiaryHandler implements ICommandHandler<CloseSubsidiary> {
  constructor(
    @Inject(Companies) private readonly companies: Companies,
    @Inject(DataKeys) private readonly keys: DataKeys,
  ) {}

  async execute({ subsidiaryId, cause }: CloseSubsidiary) {
    const id = await idOf(this.keys, cause.companyId, 'subsidiary', subsidiaryId);
    const rule = whereSeen(cause.subsidiaries, id, (company) => closeSubsidiary(company, id));
    return this.companies.decide(cause.companyId, cause, rule);
  }
}
