import { ValidateIf } from 'class-validator';

/** The field may be left out; `null` is a value like others and must pass the other checks (`@IsOptional` would let it through unseen). */
export const MayBeLeftOut = () => ValidateIf((_, value: unknown) => value !== undefined);
