import { Inject, Injectable } from '@nestjs/common';
import { serviceCause } from '#platform/event-store/cause.js';
import { ToDos } from '#platform/to-dos/to-do.js';
import { Companies } from './ports/companies.port.js';
import { CompanyMailbox } from './ports/company-mailbox.port.js';
import { mailboxesToProvision } from './to-dos/mailboxes-to-provision.to-do.js';

/** Finishes what a crash left of registering a company (R8). */
@Injectable()
export class MailboxProvisioner {
  constructor(
    @Inject(Companies) private readonly companies: Companies,
    @Inject(CompanyMailbox) private readonly mailbox: CompanyMailbox,
    @Inject(ToDos) toDos: ToDos,
  ) {
    toDos.register(mailboxesToProvision((companyId) => this.provision(companyId)));
  }

  async provision(companyId: string): Promise<void> {
    const company = await this.companies.load(companyId, companyId);
    if (company === undefined) throw new Error(`Company ${companyId} was registered, and its stream is empty.`);
    await this.mailbox.provide(company.state.slug, serviceCause(companyId, 'provision-mailbox', companyId));
  }
}
