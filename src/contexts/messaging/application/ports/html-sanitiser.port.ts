export interface HtmlSanitiser {
  /**
   * Without scripts, forms, frames and anything that would be loaded from elsewhere (counted). `cid:` images stay, under the address that
   * `urlOf` gives for a Content-ID; unknown ones go.
   */
  sanitise(
    html: string,
    urlOf: (contentId: string) => string | undefined,
  ): { readonly html: string; readonly remoteContentRemoved: number };
}
export const HtmlSanitiser = Symbol('HtmlSanitiser');
