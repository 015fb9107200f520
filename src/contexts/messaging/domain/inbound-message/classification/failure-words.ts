import type { Mail } from '../mail.js';

/** Further down stands what came back, which may say anything. */
const looked = 4_096;

/** An SMTP reply with an enhanced code, or `#5.1.1` as gateways write it: what servers say to each other, and people hardly ever. */
const failureCode =
  /(?<!\d)[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}(?!\d)|#[45]\.\d{1,3}\.\d{1,3}(?!\d)|\b(?:smtp|status|error|code)\b[^\n]{0,40}?(?<!\d)[45]\d\d(?!\d)/iu;

/** That mail did not arrive, in the words of the common systems and languages. */
const failurePhrase = new RegExp(
  [
    'undeliver(?:able|ed)',
    'delivery (?:has )?fail(?:ed|ure)',
    'delivery status notification',
    "(?:could not|cannot|can't|couldn't|unable to) (?:be deliver|deliver)",
    'returned (?:mail|to sender)',
    'failure notice',
    'did not reach',
    'user unknown|unknown user|no such user|mailbox (?:unavailable|not found|is full|full)',
    'unzustellbar|nicht zugestellt|nicht zustellbar|zustellung fehlgeschlagen|konnte nicht (?:zugestellt|ausgeliefert)',
    'non remis|non distribu|échec de (?:la )?(?:remise|distribution)',
    'no se pudo entregar|no entregado|devuelto al remitente',
    'mancato recapito|mancata consegna|impossibile recapitare',
    'onbestelbaar|niet bezorgd|aflevering mislukt',
    'não (?:foi )?entregue|falha na entrega',
    'nie dostarczono|niedostarczon',
    'не доставлено|недоставлен',
    '配信不能|配信できません|退信',
  ].join('|'),
  'iu',
);

export function namesFailureCode({ text }: Mail): boolean {
  return failureCode.test(text.slice(0, looked));
}

export function saysFailed({ subject, text }: Mail): boolean {
  return failurePhrase.test(subject) || failurePhrase.test(text.slice(0, looked));
}
