import { Command } from 'commander';
import { ApiClient } from '../demo/api-client.js';
import { deliverMail } from '../demo/deliver-mail.js';
import { registerDemoCompany } from '../demo/demo-company.js';
import { playConversation } from '../demo/play-conversation.js';
import type { Config } from '../platform/config/config.js';
import { readConfig } from '../platform/config/read-config.js';
import { scopes } from '../platform/http/scopes.js';
import { randomIds } from '../platform/system/random-ids.js';
import { reachable } from './reachable.js';
import { makeToken } from './make-token.js';

export function demoCommand(): Command {
  return new Command('demo')
    .description(
      'Against a running service on this machine: registers a company with a subsidiary, employees and candidates, plays a conversation over real SMTP and prints what to look at.',
    )
    .action(async () => {
      await demonstrate(readConfig(process.env));
    });
}

async function demonstrate(config: Config): Promise<void> {
  const say = (line: string) => {
    console.log(line);
  };
  const url = `http://${reachable(config.http.host)}:${config.http.port}/api/v1`;
  const api = new ApiClient(url, await makeToken(config, { subject: 'demo', company: '*', scopes, lifetimeSeconds: 3600 }));
  const company = await registerDemoCompany(api, `demo-${randomIds.token().slice(0, 6)}`);
  say(`Demo GmbH is registered, with Demo Nord GmbH, two employees and two candidates; its address is ${company.serviceAddress}.`);
  const door = { host: reachable(config.smtp.host), port: config.smtp.port };
  await playConversation(company, { api, say, deliver: (letter) => deliverMail(door, letter) });
  say(whatToLookAt(url, company.path));
}

function whatToLookAt(url: string, path: string): string {
  return `
Look at it:
  TOKEN=$(npm run --silent cli -- token --platform)
  look() { curl -sS "${url}${path}$1" -H "Authorization: Bearer $TOKEN"; echo; }

  look /candidates/external:anna/messages    the conversation: sent, and her answer
  look /candidates/external:ben/messages     his out-of-office is no answer
  look /messages/to-assign                   the stranger, and the answer from an unknown address with Anna proposed
  look /messages/unanswered                  what waits for an answer
  look /subsidiaries                         where mail of Demo Nord is redirected to`;
}
