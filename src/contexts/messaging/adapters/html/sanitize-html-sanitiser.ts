import sanitize from 'sanitize-html';
import type { HtmlSanitiser } from '../../application/ports/html-sanitiser.port.js';

/** Attributes whose value names something that a browser would load by itself. */
const loading = ['src', 'srcset', 'background', 'poster', 'data', 'longdesc', 'dynsrc', 'lowsrc'];

const textTags = ['center', 'font', 'big', 'tt', 'del', 'ins', 'img', 'h1', 'h2'];
const tags = [...sanitize.defaults.allowedTags, ...textTags];

/** Plain looks only: nothing that positions over the page, and no `url()`, which loads. */
const styleValue = [/^(?!.*(?:url|expression|@import|image-set)\s*\()[\w\s#%.,()'"!+-]{1,200}$/iu];
const styles = ['color', 'background-color', 'font-family', 'font-size', 'font-weight', 'font-style', 'line-height', 'text-align']
  .concat(['text-decoration', 'padding', 'margin', 'border', 'border-collapse', 'width', 'height', 'vertical-align', 'white-space'])
  .map((name) => [name, styleValue] as const);

/** {@link HtmlSanitiser} with sanitize-html: a list of what may stay, never of what must go. */
export class SanitizeHtmlSanitiser implements HtmlSanitiser {
  sanitise(html: string, urlOf: (contentId: string) => string | undefined) {
    let remoteContentRemoved = 0;
    const clean = sanitize(upToDepth(html), {
      allowedTags: tags,
      allowedAttributes: {
        '*': ['style', 'align', 'valign', 'dir', 'lang', 'title', 'width', 'height', 'bgcolor', 'color'],
        a: ['href', 'rel', 'target'],
        img: ['src', 'alt'],
        table: ['border', 'cellpadding', 'cellspacing'],
        td: ['colspan', 'rowspan'],
        th: ['colspan', 'rowspan'],
        font: ['face', 'size'],
      },
      allowedStyles: { '*': Object.fromEntries(styles.map(([name, values]) => [name, [...values]])) },
      allowedSchemes: ['http', 'https', 'mailto', 'tel'],
      allowedSchemesByTag: { img: [] },
      allowProtocolRelative: false,
      disallowedTagsMode: 'discard',
      nestingLimit: 200,
      transformTags: {
        '*': (tagName, attribs) => {
          remoteContentRemoved += remoteIn(tagName, attribs);
          return { tagName, attribs: tagName === 'img' ? imageOf(attribs, urlOf) : withSafeLink(tagName, attribs) };
        },
      },
      exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs['src'] === undefined,
    });
    return { html: clean, remoteContentRemoved };
  }
}

const deepest = 20_000;
const alone = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);

/** The parser's time grows with the square of what is open at once: what goes deeper than any real mail is cut off. */
function upToDepth(html: string): string {
  const open = new Map<string, number>();
  let depth = 0;
  for (const { index, 1: slash, 2: tag = '' } of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/giu)) {
    const name = tag.toLowerCase();
    const change = slash === '/' ? -1 : 1;
    const opened = open.get(name) ?? 0;
    if (alone.has(name) || opened + change < 0) continue; // It opens nothing, or closes what is not open.
    open.set(name, opened + change);
    depth += change;
    if (depth > deepest) return html.slice(0, index);
  }
  return html;
}

function remoteIn(tagName: string, attribs: sanitize.Attributes): number {
  const loaded = loading.filter((name) => isRemote(attribs[name])).length;
  const linked = tagName === 'link' && isRemote(attribs['href']) ? 1 : 0;
  return loaded + linked + (attribs['style']?.match(/url\s*\(/giu)?.length ?? 0);
}

function isRemote(value: string | undefined): boolean {
  // One blank before it is enough: with `\s*` a long run of blanks would be gone through from each of them.
  return value !== undefined && /(?:^|[\s,])(?:https?:)?\/\//iu.test(value);
}

/** Only what came with the mail is shown, under the address of its download. */
function imageOf(attribs: sanitize.Attributes, urlOf: (contentId: string) => string | undefined): sanitize.Attributes {
  const { src, ...rest } = attribs;
  const [, contentId] = /^\s*cid:(.+?)\s*$/iu.exec(src ?? '') ?? [];
  const url = contentId === undefined ? undefined : (urlOf(contentId) ?? urlOf(decoded(contentId)));
  return url === undefined ? rest : { ...rest, src: url };
}

/** RFC 2392: a cid: URL is percent-encoded, in theory. */
function decoded(contentId: string): string {
  try {
    return decodeURIComponent(contentId);
  } catch {
    return contentId; // A lone percent sign: the id is meant as it stands.
  }
}

/** A relative link would lead into this service. */
function withSafeLink(tagName: string, attribs: sanitize.Attributes): sanitize.Attributes {
  if (tagName !== 'a') return attribs;
  const { href, ...rest } = attribs;
  const leadsElsewhere = href !== undefined && /^\s*(?:https?:\/\/|mailto:|tel:)/iu.test(href);
  return leadsElsewhere ? { ...rest, href, rel: 'noopener noreferrer', target: '_blank' } : rest;
}
