interface About {
  /** BCP 47; German or, for all others, English. */
  readonly language: string;
  readonly company: string;
  readonly at: Date;
}

/** What a test mail says to whoever opens it. */
export function testContent(about: 'connection' | 'redirect', { language, company, at }: About) {
  const german = language.toLowerCase().startsWith('de');
  const time = at.toISOString();
  if (about === 'connection')
    return german
      ? {
          subject: 'Test-E-Mail',
          text: `Diese Test-E-Mail zeigt, wie E-Mails von ${company} ankommen. Gesendet am ${time} (UTC). Sie müssen nichts tun.\n`,
        }
      : {
          subject: 'Test mail',
          text: `This test mail shows how mail from ${company} arrives. Sent at ${time} (UTC). There is nothing to do.\n`,
        };
  return german
    ? {
        subject: 'Test der E-Mail-Umleitung',
        text: `Diese E-Mail prüft die Umleitung von ${company}: sie kommt zurück, wenn die Umleitung funktioniert. Gesendet am ${time} (UTC). Sie müssen nichts tun.\n`,
      }
    : {
        subject: 'Test of the e-mail redirect',
        text: `This mail tests the redirect of ${company}: it comes back where the redirect works. Sent at ${time} (UTC). There is nothing to do.\n`,
      };
}
