/**
 * The plainest stored form: these fields, under their own names, and nothing else. A field of the event that is left out does not compile,
 * so that a new one is a decision about what is stored. Where names or shapes differ, write the codec out.
 */
export function storedFields<Data extends object>(names: { readonly [Name in keyof Required<Data>]: true }) {
  return { write: (data: Data) => only(names, data), read: (stored: Data) => only(names, stored) };
}

function only<Data extends object>(names: object, data: Data): Data {
  const copy = { ...data };
  for (const name of Object.keys(copy)) if (!Object.hasOwn(names, name)) Reflect.deleteProperty(copy, name);
  return copy;
}
