import type { Parameter } from './described-operation.js';

const described: Readonly<Record<string, string>> = {
  companyId: 'Id of the company, or `external:<your own id of it>`. One that the token is not for is 404, like one that does not exist.',
  index: 'Counted from 0, as the message lists them.',
  reason: 'As in `reason` of a problem.',
};

/** Every parameter that a path names, described: those too that the pipeline reads and no handler. */
export function pathParameters(path: string, written: readonly Parameter[]): Parameter[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const others = written.filter((each) => !('in' in each && each.in === 'path'));
  const ofPath = names.map((name): Parameter => {
    const own = written.find((each) => 'in' in each && each.in === 'path' && each.name === name);
    return { description: described[name] ?? 'Its id, or `external:<your own id of it>`.', ...bare(name), ...own };
  });
  return [...ofPath, ...others];
}

function bare(name: string) {
  return { name, in: 'path' as const, required: true, schema: { type: 'string' as const } };
}
