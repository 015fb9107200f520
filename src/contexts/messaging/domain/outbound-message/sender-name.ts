/** R14, R15: the company's name, or that of the employee who writes; automatic mail and mail on nobody's behalf bear the company's. */
export function senderName(
  setting: 'company' | 'employee',
  names: { readonly company: string; readonly writer: string | undefined },
  automatic: boolean,
): string {
  return setting === 'employee' && !automatic && names.writer !== undefined ? names.writer : names.company;
}
