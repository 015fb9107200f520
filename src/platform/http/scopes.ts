/** What a token may be allowed to do (rules, "Access"). */
export const scopes = [
  'companies:register',
  'operations',
  'recruiting-settings:read',
  'recruiting-settings:write',
  'candidates:write',
  'employees:write',
  'messages:read',
  'messages:send',
  'messages:assign',
  'history:read',
  'analytics:read',
  'erasure:write',
] as const;

export type Scope = (typeof scopes)[number];
