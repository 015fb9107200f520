import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches, type ValidationOptions } from 'class-validator';

/** One line of text without control characters, which would end up in mail headers and addresses; documented with its length. */
export function OneLine(min: number, max: number, options: ValidationOptions = {}): PropertyDecorator {
  const message = '$property must be one line without control characters';
  const documented = options.each === true ? [] : [ApiProperty({ minLength: min, maxLength: max })];
  return applyDecorators(
    ...documented,
    IsString(options),
    Length(min, max, options),
    Matches(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, { ...options, message }),
  );
}
