import { describe, expect, it } from '@jest/globals';
import { whatFailed } from './what-failed.js';

describe('what is kept of a failure', () => {
  it('is class, code and place, down to the cause', () => {
    const error = Object.assign(new TypeError('x', { cause: new RangeError('y') }), { code: 'E_X' });
    expect(whatFailed(error)).toMatch(/^TypeError E_X at .*what-failed\.spec\.ts:\d+:\d+\)?, caused by RangeError at /);
  });

  it.each(['Unexpected token in "anna@example.org"', 'first line\n    at anna (anna@example.org:1:2)', ''])(
    'is never its message: %j',
    (message) => {
      expect(whatFailed(new Error(message))).not.toContain('anna@');
    },
  );

  it('says so where something else was thrown', () => {
    expect(whatFailed('anna@example.org')).toBe('something that is no error was thrown');
  });
});
