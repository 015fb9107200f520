import type { ReadModel } from '#platform/projections/projection.js';
import type { ChangesTables } from '../changes/changes.js';

export type ChangeRows = ReadModel<ChangesTables>;
export const ChangeRows = Symbol('ChangeRows');
