import { ApiProperty } from '@nestjs/swagger';

export class ReasonResponse {
  @ApiProperty({ description: 'Stable; what `type` of a problem ends with.', example: 'not-found' }) readonly reason!: string;
  @ApiProperty({ description: 'Status of the answer; 409 instead of 412 where no If-Match was sent.', example: 404 })
  readonly status!: number;
  @ApiProperty({ description: 'In a word or two.', example: 'Not found' }) readonly title!: string;
  @ApiProperty({
    description: 'What it means and what to do; `{fact}` is filled in the answer.',
    example: 'There is nothing under this id in this company, or the token is for another company.',
  })
  readonly detail!: string;
}

export class ReasonsResponse {
  @ApiProperty({ description: 'In the order of the alphabet.', type: [ReasonResponse] }) readonly items!: readonly ReasonResponse[];
}
