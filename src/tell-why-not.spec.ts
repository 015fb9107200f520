import { describe, expect, it } from '@jest/globals';
import { readConfig } from './platform/config/read-config.js';
import { CannotStart } from './platform/data-directory/cannot-start.js';
import { whyNot } from './tell-why-not.js';

function failureOf(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('why the service does not start', () => {
  it('is every mistake of the configuration, one sentence each', () => {
    expect(whyNot(failureOf(() => readConfig({ POSTSTELLE_HTTP_PORT: 'x', POSTSTELLE_SMTP_PORT: 'y' })))).toHaveLength(2);
  });

  it('is the sentence of whoever could not start', () => {
    expect(whyNot(new CannotStart('The master key is missing.'))).toEqual(['The master key is missing.']);
  });

  it('names a port that is in use, and the variables to change it', () => {
    const [sentence] = whyNot(Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', port: 3000 }));
    expect(sentence).toMatch(/port 3000 is in use.*POSTSTELLE_HTTP_PORT/);
  });

  it('names a port that takes a privilege, and an address that is not ours', () => {
    expect(whyNot(Object.assign(new Error('listen'), { code: 'EACCES', port: 25 })).join()).toContain('port 25');
    expect(whyNot(Object.assign(new Error('listen'), { code: 'EADDRNOTAVAIL', port: 25 })).join()).toContain('POSTSTELLE_HTTP_HOST');
  });

  it('is a fault with its place, and without addresses or passwords, where nobody foresaw it', () => {
    const told = whyNot(new TypeError('cannot reach smtp://user:hunter2@relay.example for anna@acme.example')).join('\n');
    expect(told).toContain('TypeError');
    expect(told).not.toMatch(/hunter2|anna@/);
  });
});
