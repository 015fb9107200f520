/** JSON in which a bigint is a number as long as it is exact as one, and a text beyond. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? numberOrText(each) : each));
}

function numberOrText(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}
