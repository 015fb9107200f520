import type { RefusalText } from '../http/refusals.js';

export const operationsRefusals = {
  'no-such-projection': {
    status: 404,
    title: 'No such read model',
    detail: 'There is no read model of that name; GET /api/v1/operations/projections lists them.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
