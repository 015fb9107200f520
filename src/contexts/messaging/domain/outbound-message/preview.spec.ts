import { describe, expect, it } from '@jest/globals';
import { previewOf } from './preview.js';

describe('the preview', () => {
  it('is the text on one line, else the words of the HTML, at most 200 characters', () => {
    expect(previewOf({ text: 'Dear Anna,\r\n\r\nthank you', html: '<p>other</p>' })).toBe('Dear Anna, thank you');
    expect(previewOf({ html: '<style>p{}</style><p>Tom &amp; <b>Anna</b></p>' })).toBe('Tom & Anna');
    expect(previewOf({ text: 'x'.repeat(500) })).toHaveLength(200);
  });
});
