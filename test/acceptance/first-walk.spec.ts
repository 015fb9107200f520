import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StartedService } from '#test/service/started-service.js';

const run = promisify(execFile);

/** The commands between the walk's first step and the closing words, as the service printed them. */
function walkOf(printed: string): string {
  const steps = printed.slice(printed.indexOf('  # 1.'), printed.indexOf('Stop with Ctrl-C'));
  return steps.replaceAll(/^ {2}/gm, '').trim();
}

describe('the first walk', () => {
  let service: StartedService;
  let walked: string;

  beforeAll(async () => {
    service = await StartedService.onEmptyDirectory();
    const { stdout } = await run('bash', ['-euc', walkOf(service.output)], {
      env: service.environmentOf(),
    });
    walked = stdout;
  }, 120_000);
  afterAll(() => service.remove());

  it('R3, R8, R10, R16: with nothing but what the first start prints, a mail is sent, answered over SMTP, and the answer is in the candidate’s messages', () => {
    expect(walked).toContain('"subject":"Re: Your application"');
    expect(walked).toContain('written-to-local-outbox');
  });

  it('R17: and a stranger’s mail waits in messages to assign', () => {
    expect(walked).toMatch(/"subject":"Work".*carla@example\.net/);
  });

  it('is printed at the first start only', async () => {
    const before = service.output.length;
    await service.stop();
    await service.start();
    expect(service.output.slice(before)).not.toContain('# 1.');
  });

  it('stands in the README as it is printed', () => {
    const readme = readFileSync('README.md', 'utf8');
    const asInReadme = walkOf(service.output)
      .replaceAll(String(service.httpPort), '3000')
      .replaceAll(String(service.smtpPort), '2525')
      .replaceAll(/\S*\/data\/outbox/g, 'data/outbox');
    expect(readme).toContain(asInReadme);
  });
});
