/** Full, too large for the mailbox, system, network, content, policy: the address may be good all the same (RFC 3463). */
const notAboutTheAddress = /^5\.(2\.[23]|[34567]\.)/;

/**
 * Whether a final failure says that the address itself is bad (S17). A bounce without a status is taken as hard: its sender gave up for good; 4.x says that
 * only this mail has expired (S18).
 */
export function isHard(status: string | undefined): boolean {
  if (status === undefined) return true;
  return status.startsWith('5.') && !notAboutTheAddress.test(status);
}
