import { Inject, Injectable } from '@nestjs/common';
import type { Cause } from '#platform/event-store/streams.js';
import { MailboxProvisioning, Mailboxes } from '../../../mailbox/public/index.js';
import type { CompanyMailbox } from '../../application/ports/company-mailbox.port.js';

@Injectable()
export class ProvisionedCompanyMailbox implements CompanyMailbox {
  constructor(
    @Inject(MailboxProvisioning) private readonly provisioning: MailboxProvisioning,
    @Inject(Mailboxes) private readonly mailboxes: Mailboxes,
  ) {}

  provide(slug: string, cause: Cause): Promise<void> {
    return this.provisioning.provision(slug, cause);
  }

  redirectTarget(slug: string, tag: string): string {
    return this.mailboxes.serviceAddress(slug, tag);
  }
}
