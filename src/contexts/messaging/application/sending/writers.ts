import { Inject, Injectable } from '@nestjs/common';
import { Organisation } from '../../../organisation/public/index.js';

/** The employee who writes (R15): the one that the caller speaks for. */
@Injectable()
export class Writers {
  constructor(@Inject(Organisation) private readonly organisation: Organisation) {}

  /** Nobody where the call is on nobody's behalf or the employee is not registered; the answer warns of the latter. */
  async writerId(companyId: string, onBehalfOf: string | undefined): Promise<string | undefined> {
    if (onBehalfOf === undefined) return undefined;
    const employeeId = await this.organisation.employeeId(companyId, onBehalfOf);
    return (await this.organisation.employee(companyId, employeeId))?.employeeId;
  }

  async nameOf(companyId: string, writerId: string | undefined): Promise<string | undefined> {
    return writerId === undefined ? undefined : (await this.organisation.employee(companyId, writerId))?.name;
  }
}
