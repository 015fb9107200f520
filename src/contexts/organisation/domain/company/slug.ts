/** The account's name in its service address `<slug>-jobs@…`: 28 characters leave room for `-jobs`, a plus sign and a token within the 64 of a local part. */
const slugForm = /^(?=.{1,28}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether `text` may name an account: lower-case letters and digits, single hyphens inside, 1 to 28 characters. */
export function isSlug(text: string): boolean {
  return slugForm.test(text);
}

/** The company that postmaster@ and abuse@ belong to; no account may have its name. */
export const reservedSlug = 'operator';
