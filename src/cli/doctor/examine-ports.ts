import { connect } from 'node:net';
import type { Config } from '../../platform/config/config.js';
import { reachable } from '../reachable.js';
import { type Finding, ok, warning } from './finding.js';

const patienceMs = 3_000;

/** Whether somebody listens where the service should, and whether it is this service. */
export async function examinePorts({ http, smtp }: Config): Promise<readonly Finding[]> {
  const [ready, greeting] = await Promise.all([readiness(http), greetingOf(smtp)]);
  return [
    ready === undefined
      ? warning('API', `Nobody answers on ${http.host}:${http.port}: the service is not running.`)
      : ready === 'ready'
        ? ok('API', `The service answers on ${http.host}:${http.port} and is ready.`)
        : warning('API', `${http.host}:${http.port} answers: ${ready}`),
    greeting === undefined
      ? warning('SMTP', `Nobody answers on ${smtp.host}:${smtp.port}: the service is not running.`)
      : greeting.startsWith('220')
        ? ok('SMTP', `${smtp.host}:${smtp.port} greets with 220.`)
        : warning('SMTP', `What answers on ${smtp.host}:${smtp.port} is no mail server.`),
  ];
}

async function readiness({ host, port }: Config['http']): Promise<string | undefined> {
  try {
    const answer = await fetch(`http://${reachable(host)}:${port}/readyz`, { signal: AbortSignal.timeout(patienceMs) });
    const text = await answer.text();
    return answer.ok && text.includes('"ready"') ? 'ready' : text.slice(0, 300);
  } catch {
    // Nobody there, or nobody who speaks HTTP.
    return undefined;
  }
}

function greetingOf({ host, port }: Config['smtp']): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: reachable(host).replace(/[[\]]/g, ''), port, timeout: patienceMs });
    const done = (greeting?: string) => {
      socket.destroy();
      resolve(greeting);
    };
    socket.once('data', (data: Buffer) => {
      done(data.toString('latin1').slice(0, 200));
    });
    socket.once('timeout', () => {
      done();
    });
    socket.once('error', () => {
      done();
    });
  });
}
