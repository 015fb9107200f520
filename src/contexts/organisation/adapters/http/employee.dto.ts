import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { MayBeLeftOut } from '#platform/http/may-be-left-out.js';
import { OneLine } from '#platform/http/one-line.js';
import { ReceiptResponse } from '#platform/http/receipt.response.js';

export class EmployeeBody {
  @ApiProperty({ description: 'What applicants see when the sender name is the employee’s (R15).', example: 'Erika Muster' })
  @OneLine(1, 200)
  readonly name!: string;

  @ApiProperty({
    description: 'Addresses that the person writes from; a mail forwarded from one of them is understood.',
    example: ['erika@acme.example'],
  })
  @IsArray()
  @ArrayMaxSize(20)
  @OneLine(3, 254, { each: true })
  readonly addresses!: readonly string[];

  @ApiPropertyOptional({ description: 'What your platform calls the person, unique in the company.', example: 'employee-12' })
  @MayBeLeftOut()
  @OneLine(1, 200)
  readonly externalId?: string;
}

export class EmployeeChangeBody {
  @ApiPropertyOptional({ description: 'The new name; left out, it stays.', example: 'Erika Beispiel' })
  @MayBeLeftOut()
  @OneLine(1, 200)
  readonly name?: string;

  @ApiPropertyOptional({
    description: 'All addresses from now on; left out, they stay.',
    example: ['erika@acme.example', 'e.beispiel@acme.example'],
  })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @OneLine(3, 254, { each: true })
  readonly addresses?: readonly string[];
}

export class EmployeeRegisteredResponse extends ReceiptResponse {
  @ApiProperty({ description: 'Id of the employee.', example: '4be1c3d0-08f1-5c5e-bb0e-8b6f5a0f7c21' })
  readonly employeeId!: string;
}

export class ListedEmployeeResponse {
  @ApiProperty({ description: 'Id of the employee.', example: '4be1c3d0-08f1-5c5e-bb0e-8b6f5a0f7c21' }) readonly employeeId!: string;
  @ApiProperty({ description: 'Name; null once erased.', type: String, nullable: true, example: 'Erika Muster' }) readonly name!:
    string | null;
  @ApiProperty({ description: 'Whether the person has left the company.', example: false }) readonly left!: boolean;
}

export class EmployeeResponse extends ListedEmployeeResponse {
  @ApiProperty({ description: 'Addresses that the person writes from.', example: ['erika@acme.example'] })
  readonly addresses!: readonly string[];
  @ApiPropertyOptional({ description: 'What your platform calls the person.', example: 'employee-12' }) readonly externalId?: string;
  @ApiProperty({ description: 'Revision of the employee’s history; the ETag for `If-Match`.', example: 0 }) readonly revision!: number;
}

export class EmployeesPage {
  @ApiProperty({ description: 'In the order of their registration.', type: [ListedEmployeeResponse] })
  readonly items!: readonly ListedEmployeeResponse[];
  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last one.', example: 'eyJhIjox' }) readonly next?: string;
}
