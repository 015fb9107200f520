import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { allow } from '#kernel/decision.js';
import type { Outcome } from '#kernel/outcome.js';
import type { Cause } from '#platform/event-store/streams.js';
import { Asked, Needs } from '#platform/http/asked.js';
import { ToldRefusals } from '#platform/http/problems/told-refusals.js';
import type { ItemResult } from '../../application/batches/batch.js';
import { ImportApplications } from '../../application/commands/import-applications.command.js';
import { ImportCandidates } from '../../application/commands/import-candidates.command.js';
import { ApplicationsBatchBody, BatchResponse, CandidatesBatchBody } from './batch.dto.js';

/** Many at once, each with a result of its own. */
@ApiTags('candidates')
@Controller('companies/:companyId')
@Needs('candidates:write')
export class BatchesController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(ToldRefusals) private readonly refusals: ToldRefusals,
  ) {}

  @Post('candidates/batch')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Up to 1,000 candidates by your own ids: registered, or brought up to date. Repeat it as often as you like (S32).',
    description:
      'Of somebody who is known, addresses are added and a new application is opened, or the item is refused and nothing of it done. An application is told by its `externalId`; one without is the same as any, open or not, with its job, department and subsidiary. Nothing is renamed, removed or closed: `differs` says what is otherwise here.',
  })
  @ApiOkResponse({ type: BatchResponse })
  async candidates(@Body() { items }: CandidatesBatchBody, @Asked() cause: Cause) {
    return this.told(await this.commands.execute(new ImportCandidates(items, cause)));
  }

  @Post('applications/batch')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Up to 1,000 applications by your own ids: opened where they are not there yet.',
    description: 'An application that is there already is left as it is, and `differs` says in what the item is otherwise.',
  })
  @ApiOkResponse({ type: BatchResponse })
  async applications(@Body() { items }: ApplicationsBatchBody, @Asked() cause: Cause) {
    return this.told(await this.commands.execute(new ImportApplications(items, cause)));
  }

  private told(imported: Outcome<{ readonly results: readonly ItemResult[] }>) {
    if (!imported.ok) return imported;
    const results = imported.value.results.map((each) =>
      each.result === 'refused' ? { ...each, refusal: this.refusals.tell(each.refusal) } : each,
    );
    return allow({ results });
  }
}
