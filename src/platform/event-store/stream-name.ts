const category = '[a-z]+(?:-[a-z]+)*';
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const form = new RegExp(`^(${category})-(${uuid})\\.([A-Za-z0-9_.-]{1,128})$`);

/** The names of all streams, as the text of a regular expression that servers understand as well; `categories` narrows it. */
export function streamNamePattern(categories?: readonly string[]): string {
  if (categories === undefined) return form.source;
  const known = categories.filter((name) => new RegExp(`^${category}$`).test(name));
  return `^(?:${known.join('|')})-${uuid}\\.`;
}

export interface StreamName {
  readonly category: string;
  readonly companyId: string;
  readonly id: string;
}

/** `<category>-<companyId>.<id>`, or `undefined` where that would be no stream's name, so that nothing a caller typed can reach another company. */
export function streamName(parts: StreamName): string | undefined {
  const name = `${parts.category}-${parts.companyId}.${parts.id}`;
  const read = partsOfStream(name);
  return read?.companyId === parts.companyId && read.id === parts.id ? name : undefined;
}

export function partsOfStream(name: string): StreamName | undefined {
  const [, category, companyId, id] = form.exec(name) ?? [];
  return category === undefined || companyId === undefined || id === undefined ? undefined : { category, companyId, id };
}
