import { describe, expect, it } from '@jest/globals';
import { create as contentDisposition, parse } from 'content-disposition';
import fc from 'fast-check';
import { safeContentType, safeFileName } from './download-name.js';

describe('the name of a download', () => {
  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\temp\\cv.pdf', 'C:_temp_cv.pdf'],
    ['.bashrc', 'bashrc'],
    ['cv\u202Efdp.exe', 'cv_fdp.exe'],
    ['a\r\nSet-Cookie: x', 'a__Set-Cookie: x'],
    ['', 'attachment'],
    ['   ', 'attachment'],
    ['Lebenslauf für Müller.pdf', 'Lebenslauf für Müller.pdf'],
  ])('%j is %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('always makes one header that says the same name (RFC 6266)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = contentDisposition(safeFileName(name));
        expect(header).toMatch(/^attachment; filename[\x20-\x7e]+$/);
        expect(parse(header).parameters['filename']).toBe(safeFileName(name));
      }),
    );
  });

  it('is never of a kind that a browser would run', () => {
    expect(safeContentType('text/html')).toBe('application/octet-stream');
    expect(safeContentType('image/svg+xml')).toBe('application/octet-stream');
    expect(safeContentType('application/pdf; x="\r\n"')).toBe('application/octet-stream');
    expect(safeContentType('Application/PDF')).toBe('application/pdf');
  });
});
