import { Inject, Module } from '@nestjs/common';
import { DataKeys } from '#platform/event-store/data-keys.port.js';
import { StreamsFactory } from '#platform/event-store/streams.js';
import { Refusals } from '#platform/http/refusals.js';
import { Projections } from '#platform/projections/projection.js';
import { OrganisationModule } from '../organisation/public/index.js';
import { applicationClaimCodecs } from './adapters/events/application-claim.codecs.js';
import { candidateCodecs } from './adapters/events/candidate.codecs.js';
import { ApplicationsController } from './adapters/http/applications.controller.js';
import { BatchesController } from './adapters/http/batches.controller.js';
import { CandidatesController } from './adapters/http/candidates.controller.js';
import { candidatesRefusals } from './adapters/http/candidates.refusals.js';
import { ApplicationIds } from './application/application-ids.js';
import { ApplicationNames } from './application/application-names.js';
import { ApplicationSubsidiary } from './application/application-subsidiary.js';
import { Batches } from './application/batches/batches.js';
import { CandidateUpdates } from './application/batches/candidate-updates.js';
import { CandidateIds } from './application/candidate-ids.js';
import { CandidatesFromStreams } from './application/candidates-from-streams.js';
import { ClaimSettler } from './application/claim-settler.js';
import { AddAddressHandler } from './application/commands/add-address.handler.js';
import { HireCandidateHandler } from './application/commands/hire-candidate.handler.js';
import { ImportApplicationsHandler } from './application/commands/import-applications.handler.js';
import { ImportCandidatesHandler } from './application/commands/import-candidates.handler.js';
import { OpenApplicationHandler } from './application/commands/open-application.handler.js';
import { RegisterCandidateHandler } from './application/commands/register-candidate.handler.js';
import { RejectApplicationHandler } from './application/commands/reject-application.handler.js';
import { RemoveAddressHandler } from './application/commands/remove-address.handler.js';
import { ReopenApplicationHandler } from './application/commands/reopen-application.handler.js';
import { WithdrawApplicationHandler } from './application/commands/withdraw-application.handler.js';
import { KnownPeople } from './application/known-people.js';
import { ExternalIdsInUse } from './application/external-ids-in-use.js';
import { ApplicationClaimStreams } from './application/ports/application-claim-streams.port.js';
import { CandidateStreams } from './application/ports/candidate-streams.port.js';
import { CandidateAddressRows, CandidateRows } from './application/ports/read-models.port.js';
import { candidateAddresses } from './application/projections/candidate-addresses.projection.js';
import { candidates } from './application/projections/candidates.projection.js';
import { ListCandidatesHandler } from './application/queries/list-candidates.handler.js';
import { ReadCandidateHandler } from './application/queries/read-candidate.handler.js';
import { applicationClaim } from './domain/application-claim/application-claim.js';
import { candidate } from './domain/candidate/candidate.js';
import { Candidates } from './public/candidates.js';

const streams = [
  {
    provide: CandidateStreams,
    inject: [StreamsFactory],
    useFactory: (factory: StreamsFactory): CandidateStreams => factory.of(candidate, candidateCodecs),
  },
  {
    provide: ApplicationClaimStreams,
    inject: [StreamsFactory],
    useFactory: (factory: StreamsFactory): ApplicationClaimStreams => factory.of(applicationClaim, applicationClaimCodecs),
  },
];

const readModels = [
  { provide: CandidateRows, inject: [Projections], useFactory: (all: Projections): CandidateRows => all.register(candidates) },
  {
    provide: CandidateAddressRows,
    inject: [Projections, DataKeys],
    useFactory: (all: Projections, keys: DataKeys): CandidateAddressRows => all.register(candidateAddresses(keys)),
  },
];

@Module({
  imports: [OrganisationModule],
  controllers: [BatchesController, CandidatesController, ApplicationsController],
  providers: [
    ...streams,
    ...readModels,
    CandidateIds,
    ApplicationIds,
    ApplicationSubsidiary,
    ApplicationNames,
    ExternalIdsInUse,
    Batches,
    CandidateUpdates,
    KnownPeople,
    ClaimSettler,
    RegisterCandidateHandler,
    AddAddressHandler,
    RemoveAddressHandler,
    OpenApplicationHandler,
    RejectApplicationHandler,
    WithdrawApplicationHandler,
    HireCandidateHandler,
    ReopenApplicationHandler,
    ImportCandidatesHandler,
    ImportApplicationsHandler,
    ReadCandidateHandler,
    ListCandidatesHandler,
    { provide: Candidates, useClass: CandidatesFromStreams },
  ],
  exports: [Candidates],
})
export class CandidatesModule {
  constructor(@Inject(Refusals) refusals: Refusals) {
    refusals.register(candidatesRefusals);
  }
}
