// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import type { Place } from './postgres-server.js';

/** A machine of its own in a network of its own; nothing of it leaves this one. */
export interface Machine extends Place {
  /** As if its plug were pulled: whatever is sent to it is lost, and nothing says so. */
  vanish(): void;
  comeBack(): void;
}

const run = (command: string, ...options: readonly string[]): void => {
  const { status, stderr, error } = spawnSync(command, options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')}: ${error?.message ?? stderr}`);
};

/** Network namespaces of Linux, joined by a bridge. */
export class SeparateNetwork {
  private static readonly all = new Set<SeparateNetwork>();
  private readonly mark = String(process.pid);
  private readonly subnet = `10.213.${process.pid % 256}`;
  private readonly bridge = `fp${this.mark}`;
  private readonly namespaces: string[] = [];

  constructor() {
    if (process.getuid?.() !== 0) throw new Error('only root may make a network');
    SeparateNetwork.all.add(this);
    run('ip', 'link', 'add', this.bridge, 'type', 'bridge');
    run('ip', 'address', 'add', `${this.subnet}.1/24`, 'dev', this.bridge);
    run('ip', 'link', 'set', this.bridge, 'up');
  }

  static removeAll(): void {
    for (const network of SeparateNetwork.all) network.remove();
  }

  add(): Machine {
    const number = this.namespaces.length + 2;
    const namespace = `fahrplan-ha-${this.mark}-${number}`;
    const [outside, inside] = [`fp${this.mark}o${number}`, `fp${this.mark}i${number}`];
    run('ip', 'netns', 'add', namespace);
    this.namespaces.push(namespace);
    run('ip', 'link', 'add', outside, 'master', this.bridge, 'up', 'type', 'veth', 'peer', inside, 'netns', namespace);
    const within = (command: string, ...options: readonly string[]) => run('ip', 'netns', 'exec', namespace, command, ...options);
    within('ip', 'address', 'add', `${this.subnet}.${number}/24`, 'dev', inside);
    within('ip', 'link', 'set', inside, 'up');
    within('ip', 'link', 'set', 'lo', 'up');
    return {
      host: `${this.subnet}.${number}`,
      visitors: `${this.subnet}.0/24`,
      wrap: (command, options, user) => {
        const asUser = user ? ['setpriv', '--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups', '--'] : [];
        return { command: 'ip', options: ['netns', 'exec', namespace, ...asUser, command, ...options], user: undefined };
      },
      // no address is answered for either (ARP), as where the machine is off
      vanish: () => within('nft', `add table netdev gone; add chain netdev gone in { type filter hook ingress device ${inside} priority 0; policy drop; }`),
      comeBack: () => within('nft', 'delete table netdev gone'),
    };
  }

  remove(): void {
    SeparateNetwork.all.delete(this);
    for (const namespace of this.namespaces) spawnSync('ip', ['netns', 'delete', namespace]);
    spawnSync('ip', ['link', 'delete', this.bridge]);
  }
}
