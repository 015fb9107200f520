/** Why mail waits for a connection. */
export const waitsForRepair = 'connection-needs-attention';
export const waitsForItsChannel = 'channel-switched';
