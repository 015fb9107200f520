import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressIn, isPublic, networkOf } from './address-rules.js';
import { TenantHosts } from './tenant-hosts.js';

const hosts = new TenantHosts([]);
const inner = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '0.0.0.0/8',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '198.18.0.0/15',
];

/** Every way to write an IPv4 address that some system reads as one. */
function disguises([a = 0, b = 0, c = 0, d = 0]: readonly number[]): readonly string[] {
  const whole = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
  const hex = (octet: number) => octet.toString(16);
  const two = [hex(a * 256 + b), hex(c * 256 + d)];
  return [
    `${a}.${b}.${c}.${d}`,
    String(whole),
    `0x${whole.toString(16).padStart(8, '0')}`,
    `0${whole.toString(8)}`,
    `0x${hex(a)}.0x${hex(b)}.0x${hex(c)}.0x${hex(d)}`,
    `0${a.toString(8)}.0${b.toString(8)}.0${c.toString(8)}.0${d.toString(8)}`,
    `${a}.${b * 2 ** 16 + c * 2 ** 8 + d}`,
    `${a}.${b}.${c * 2 ** 8 + d}`,
    `[::ffff:${two.join(':')}]`,
    `::ffff:${a}.${b}.${c}.${d}`,
    `::${two.join(':')}`,
    `64:ff9b::${two.join(':')}`,
    `2002:${two.join(':')}::1`,
    `2001:0:${two.join(':')}::1`,
  ];
}

const innerAddress = fc.constantFrom(...inner).chain((network) => {
  const [base = '', bits = '0'] = network.split('/');
  const start = base.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return fc.integer({ min: 0, max: 2 ** (32 - Number(bits)) - 1 }).map((offset) => {
    const address = start + offset;
    return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
  });
});

describe('hosts that tenants enter', () => {
  it('S36: are nowhere inside, in whatever notation', async () => {
    await fc.assert(
      fc.asyncProperty(innerAddress, async (octets) => {
        for (const disguise of disguises(octets))
          expect(await hosts.find(disguise, 587)).toEqual({ ok: false, refusal: { reason: 'host-not-allowed' } });
      }),
    );
  });

  it.each([
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    'fec0::1',
    '100::1',
    '168.63.129.16',
  ])('S36: %s is not reached', async (host) => {
    expect(await hosts.find(host, 587)).toEqual({ ok: false, refusal: { reason: 'host-not-allowed' } });
  });

  it.each(['8.8.8.8', '2a00:1450:4001::1', '193.99.144.80'])('%s is public', (text) => {
    const address = addressIn(text);
    expect(address !== undefined && isPublic(address)).toBe(true);
  });

  it('S36: are not reached by a name that leads inside, nor by one that leads there the second time', async () => {
    const inside = new TenantHosts([], async () => ['127.0.0.1', '::1']);
    expect(await inside.find('mail.acme.example', 587)).toEqual({ ok: false, refusal: { reason: 'host-not-allowed' } });
    const mixed = new TenantHosts([], async () => ['10.0.0.1', '193.99.144.80']);
    expect(await mixed.find('mail.acme.example', 587)).toEqual({ ok: true, value: '193.99.144.80' });
    expect(await hosts.find('localhost', 587)).toEqual({ ok: false, refusal: { reason: 'host-not-allowed' } });
    // Whether the name with the dot is known at all is the system's own affair.
    expect(await hosts.find('localhost.', 587)).toMatchObject({ ok: false });
  });

  it('S36, R63: are reached on ports of mail only', async () => {
    const found = new TenantHosts([], async () => ['193.99.144.80']);
    for (const port of [25, 465, 587, 2525]) expect(await found.find('mail.acme.example', port)).toMatchObject({ ok: true });
    for (const port of [22, 80, 443, 3306, 6379, 10_025])
      expect(await found.find('mail.acme.example', port)).toEqual({ ok: false, refusal: { reason: 'port-not-allowed' } });
  });

  it('are reached in networks that the operator opened, on any port, and not beside them', async () => {
    const network = networkOf('10.1.0.0/16');
    if (network === undefined) throw new Error('That is a network.');
    const opened = new TenantHosts([network]);
    expect(await opened.find('10.1.2.3', 10_025)).toEqual({ ok: true, value: '10.1.2.3' });
    expect(await opened.find('10.2.2.3', 587)).toMatchObject({ ok: false });
  });

  it('are not found where nobody knows them, or nobody answers in time', async () => {
    expect(await new TenantHosts([], () => Promise.reject(new Error('ENOTFOUND'))).find('nowhere.example', 587)).toEqual({
      ok: false,
      refusal: { reason: 'host-not-found' },
    });
    expect(await new TenantHosts([], () => new Promise(() => undefined), 20).find('slow.example', 587)).toMatchObject({ ok: false });
  });
});
