import type { HeaderField } from '#contexts/messaging/domain/inbound-message/mail.js';
import { bounds } from '#contexts/messaging/adapters/parsing/bounds.js';

/** The fields of a header block in order, unfolded and bounded; lines that are no field are passed by. */
export function fieldsOf(block: string): readonly HeaderField[] {
  const unfolded = block.replaceAll(/(?:\r\n|\n|\r)[ \t]+/gu, ' ');
  return unfolded.split(/\r\n|\n|\r/u).flatMap((line) => {
    const [, name, value] = /^([!-9;-~]{1,100})[ \t]*:(.*)$/su.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [{ name: name.toLowerCase(), value: value.trim() }];
  });
}

/** At most so many, so long, and so much in all. */
export function boundedFields(fields: readonly HeaderField[]): readonly HeaderField[] {
  let left: number = bounds.headers;
  return fields.slice(0, bounds.headerFields).flatMap(({ name, value }) => {
    const cut = value.slice(0, bounds.headerField);
    left -= name.length + cut.length;
    return left < 0 ? [] : [{ name, value: cut }];
  });
}

export function everyValue(fields: readonly HeaderField[], ...names: readonly string[]): readonly string[] {
  return fields.filter((field) => names.includes(field.name)).map((field) => field.value);
}
