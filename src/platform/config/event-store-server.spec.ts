import { describe, expect, it } from '@jest/globals';
import { serverAddress } from './event-store-server.js';

describe('the address of an event store', () => {
  it.each([
    ['esdb://db.example.com', { nodes: [{ address: 'db.example.com', port: 2113 }], discover: false, tls: true }],
    ['esdb://127.0.0.1:22113?tls=false', { nodes: [{ address: '127.0.0.1', port: 22113 }], discover: false, tls: false }],
    ['esdb+discover://cluster.example.com/', { nodes: [{ address: 'cluster.example.com', port: 2113 }], discover: true, tls: true }],
    [
      'esdb://a:1,b:2/?tls=true',
      {
        nodes: [
          { address: 'a', port: 1 },
          { address: 'b', port: 2 },
        ],
        discover: false,
        tls: true,
      },
    ],
  ])('is read from %s', (text, address) => {
    expect(serverAddress(text)).toEqual({ value: address });
  });

  it.each([
    ['http://db.example.com', 'must have the form esdb://'],
    ['esdb://', 'must have the form esdb://'],
    ['esdb://db:0', 'must have the form esdb://'],
    ['esdb://db:70000', 'must have the form esdb://'],
    ['esdb://a,,b', 'must have the form esdb://'],
    ['esdb://db?tlsVerifyCert=false', 'may have no option but tls='],
    ['esdb://db?tls=no', 'may have no option but tls='],
    ['esdb://admin:changeit@db:2113', 'must not hold user and password'],
  ])('is not %s', (text, wrong) => {
    expect(serverAddress(text)).toEqual({ wrong: expect.stringContaining(wrong) });
  });
});
