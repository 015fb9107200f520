import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class RebuildResponse {
  @ApiProperty({
    description: '`stopped`: it met an event that it cannot handle; the former rows go on being read.',
    example: 'catching-up',
  })
  readonly state!: string;
  @ApiPropertyOptional({ description: 'How far it is.', example: 'sqlite-7f3a:42' }) readonly position?: string;
}

export class ProjectionResponse {
  @ApiProperty({ example: 'sent_messages' }) readonly name!: string;
  @ApiProperty({ example: 2 }) readonly version!: number;
  @ApiProperty({ enum: ['building', 'catching-up', 'live', 'stopped'], example: 'live' }) readonly state!: string;
  @ApiProperty({ description: 'Age of the oldest event that it has not handled.', example: 0 }) readonly lagSeconds!: number;
  @ApiProperty({ example: 0 }) readonly lagEvents!: number;
  @ApiPropertyOptional({ description: 'How far its rows are.', example: 'sqlite-7f3a:42' }) readonly position?: string;
  @ApiPropertyOptional({ description: 'While it is being filled anew.' }) readonly rebuild?: RebuildResponse;
}

export class ProjectionsResponse {
  @ApiProperty({ type: [ProjectionResponse] }) readonly items!: readonly ProjectionResponse[];
}
