import { relative } from 'node:path';
import type { Config } from './platform/config/config.js';
import type { DataDirectoryLayout } from './platform/data-directory/data-directory-layout.js';
import { companyIdOf } from './platform/event-store/identity.js';

/** Three minutes: a token, a company, a candidate, a mail to her, her answer over SMTP, and where it is seen. */
export function theWalk({ http, smtp, mailDomain }: Config, layout: DataDirectoryLayout): readonly string[] {
  const outbox = `${relative(process.cwd(), layout.outbox) || layout.outbox}/*.eml`;
  return `Try it in a second terminal, in this folder:

  # 1. A token that may do everything, and two words to shorten what follows
  API=http://127.0.0.1:${http.port}/api/v1
  TOKEN=$(npm run --silent cli -- token --platform)
  post() { curl -sS "$API$1" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -H "Idempotency-Key: $2" -d "$3"; echo; }

  # 2. A company with its recruiting mailbox, and a candidate who applied
  ACME=/companies/${companyIdOf('acme')}
  post /companies walk-1 '{"slug":"acme","name":"ACME","languages":["en"],"timeZone":"Europe/Berlin"}'
  post $ACME/candidates walk-2 '{"externalId":"anna","name":"Anna Beispiel","addresses":["anna@example.org"],"application":{"job":"Cook"}}'

  # 3. A mail to her; a moment later it lies as a file in the outbox, to be opened with any mail client
  post $ACME/candidates/external:anna/messages walk-3 '{"subject":"Your application","text":"Dear Anna, when can you come?"}'
  sleep 1; grep -l 'anna@example.org' ${outbox}

  # 4. Her answer: with a mail client (outgoing server 127.0.0.1, port ${smtp.port}, no login, no encryption), or with curl
  TO=$(grep -hi '^Reply-To:.*acme-jobs+' ${outbox} | grep -oE '[^ <]+@[^ >[:cntrl:]]+' | tail -1)
  printf 'From: Anna <anna@example.org>\\nTo: %s\\nSubject: Re: Your application\\nMessage-ID: <1@example.org>\\n\\nTomorrow at ten.\\n' "$TO" |
    curl -sS smtp://127.0.0.1:${smtp.port} --mail-from anna@example.org --mail-rcpt "$TO" -T - --crlf

  # 5. A stranger writes to the company
  printf 'From: Carla <carla@example.net>\\nTo: acme-jobs@${mailDomain}\\nSubject: Work\\nMessage-ID: <1@example.net>\\n\\nDo you need a cook?\\n' |
    curl -sS smtp://127.0.0.1:${smtp.port} --mail-from carla@example.net --mail-rcpt acme-jobs@${mailDomain} -T - --crlf

  # 6. The conversation, with Anna's answer; and the stranger's mail, which waits for somebody to assign it
  sleep 1; curl -sS "$API$ACME/candidates/external:anna/messages" -H "Authorization: Bearer $TOKEN"; echo
  curl -sS "$API$ACME/messages/to-assign" -H "Authorization: Bearer $TOKEN"; echo

Stop with Ctrl-C. \`npm run cli -- --help\` tells what else there is; \`npm run cli -- demo\` plays a longer conversation.`.split('\n');
}
