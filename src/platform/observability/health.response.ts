import { ApiProperty } from '@nestjs/swagger';

export class HealthResponse {
  @ApiProperty({ description: 'Always the same.', example: 'ok' }) readonly status!: string;
}

export class PartResponse {
  @ApiProperty({ description: 'What it is.', example: 'smtp ingress' }) readonly part!: string;
  @ApiProperty({ description: '`ok`, or what is wrong as a sentence.', example: 'ok' }) readonly state!: string;
}

export class ReadinessResponse {
  @ApiProperty({ description: 'Ready where every part works.', enum: ['ready', 'not-ready'], example: 'ready' }) readonly status!: string;
  @ApiProperty({ description: 'Every part.', type: [PartResponse] }) readonly parts!: readonly PartResponse[];
}
