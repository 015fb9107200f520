/** The client sent more than one mail may have. */
export class ContentTooLarge extends Error {
  override readonly name = 'ContentTooLarge';
}

/**
 * The bytes of a mail, up to the limit; then it throws, and so it does where the connection is lost before the last one. The stream stays
 * whole, so that what is left can be drained before the client is answered.
 */
export async function* limitedContent(
  stream: { iterator(options: { destroyOnReturn: boolean }): AsyncIterable<unknown>; readonly readableEnded: boolean },
  limit: number,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('The content of a mail is bytes.');
    size += chunk.length;
    if (size > limit) throw new ContentTooLarge(`More than ${limit} octets.`);
    yield chunk;
  }
  if (!stream.readableEnded) throw new Error('The connection was lost within the content.');
}
