import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allow } from '#kernel/decision.js';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { registerSubsidiary } from '../../domain/company/register-subsidiary.js';
import { newIdOf } from '../named-ids.js';
import { Companies } from '../ports/companies.port.js';
import { RegisterSubsidiary } from './register-subsidiary.command.js';

@CommandHandler(RegisterSubsidiary)
export class RegisterSubsidiaryHandler implements ICommandHandler<RegisterSubsidiary> {
  constructor(
    @Inject(Companies) private readonly companies: Companies,
    @Inject(DataKeys) private readonly keys: DataKeys,
  ) {}

  async execute({ subsidiary, cause }: RegisterSubsidiary) {
    const subsidiaryId = await newIdOf(this.keys, cause, 'subsidiary', subsidiary.externalId);
    const wanted = { ...subsidiary, subsidiaryId };
    const decided = await this.companies.decide(cause.companyId, cause, (company) => registerSubsidiary(company, wanted));
    return decided.ok ? allow({ ...decided.value, subsidiaryId }) : decided;
  }
}
