/** What stands at a path of an answer, as text. */
export function at(answer: unknown, ...path: readonly (string | number)[]): string {
  return String(path.reduce((value: unknown, key): unknown => Reflect.get(Object(value) as object, key), answer));
}
