import { expect } from '@jest/globals';
import { MisbehavingRelay, type RelayOptions } from '#test/peers/misbehaving-relay.js';
import type { PrivateAuthority } from '#test/peers/private-authority.js';
import { type CompanyDesk, type Facts, factsOf } from './mailroom.js';

export interface Mailbox {
  readonly address: string;
  readonly password: string;
}

/** A company's own submission server, with a certificate of an authority that only the company knows, and what the company enters to use it. */
export class OwnServer {
  private constructor(
    readonly relay: MisbehavingRelay,
    private readonly mailbox: Mailbox,
    private readonly authority: PrivateAuthority,
  ) {}

  static async start(mailbox: Mailbox, authority: PrivateAuthority, options: RelayOptions = {}): Promise<OwnServer> {
    const { address, password } = mailbox;
    const tls = await authority.issue('localhost');
    const relay = await MisbehavingRelay.start({ login: { user: address, pass: password }, tls, only: [address], ...options });
    return new OwnServer(relay, mailbox, authority);
  }

  /** What is entered for it, with `more` instead. */
  settings(more: Facts = {}): Facts {
    const { address, password } = this.mailbox;
    const { certificate } = this.authority;
    return { host: 'localhost', port: this.relay.port, account: address, password, certificateAuthority: certificate, ...more };
  }

  /** Enters its address and connects it; answers what the command answered. */
  async connect(desk: CompanyDesk, path = '/mailbox'): Promise<Facts> {
    await this.enterAddress(desk, path);
    const connected = await desk.post(`${path}/smtp-connection`, this.settings());
    expect(connected).toMatchObject({ status: 200 });
    return factsOf(connected.body);
  }

  async enterAddress(desk: CompanyDesk, path = '/mailbox'): Promise<void> {
    expect(await desk.post(`${path}/individual-address`, { address: this.mailbox.address })).toMatchObject({ status: 200 });
  }

  async stop(): Promise<void> {
    await this.relay.stop();
  }
}
