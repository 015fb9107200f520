import { describe, expect, it } from '@jest/globals';
import { previewOf } from './preview.js';

describe('the preview', () => {
  it('is the text on one line, else the words of the HTML, at most 200 characters', () => {
    expect(previewOf({ text: 'Dear Anna,\r\n\r\nthank you', html: '<p>other</p>' })).toBe('Dear Anna, thank you');
    expect(previewOf({ html: '<style>p{}</style><p>Tom &amp; <b>Anna</b></p>' })).toBe('Tom & Anna');
    expect(previewOf({ text: 'x'.repeat(500) })).toHaveLength(200);
  });

  it('leaves out what nobody reads, and only that', () => {
    expect(previewOf({ html: '<HEAD><title>t</title><style>p{}</style></HEAD><script>a</script >Dear <i>Anna</i>' })).toBe('Dear Anna');
    expect(previewOf({ html: '<head><body><p>Dear</p> <style>p{}</style>Anna' })).toBe('Dear Anna');
  });

  it.each(['<', '<style>', '<head><style>', '<style></style', '&', ' '])('takes a moment, however often %j stands there', (piece) => {
    const began = performance.now();
    previewOf({ html: piece.repeat(2_000_000 / piece.length) });
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
