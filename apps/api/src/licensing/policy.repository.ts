// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel';
import type { LicensePolicy, PolicyRule, Waiver } from '#licensing';
import { Transactions } from '../platform/database/transactions.js';

/** A rule as its row keeps it and the interface shows it. */
interface StoredRule {
  readonly key: string;
  readonly when: PolicyRule['when'];
  readonly outcome: PolicyRule['outcome'];
  readonly sentenceDe: string;
  readonly sentenceEn: string;
}

/** A waiver before it is stored. */
export type NewWaiver = Waiver & { readonly policy: string };

/** Writes versions of policies and waivers; reads them for a check. */
@Injectable()
export class PolicyRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A version of a policy, the newest unless named, with every waiver that was not revoked. */
  async find(name: string, version: string | null): Promise<LicensePolicy | null> {
    const [row] = await this.transactions.query<{ name: string; version: string; outbound: string | null; rules: StoredRule[]; waivers: (Omit<Waiver, 'license'> & { license: string | null })[] }>(
      `SELECT p.name, p.version::text AS version, p.outbound, p.rules,
         coalesce((SELECT jsonb_agg(jsonb_build_object('component', w.component, 'license', w.license, 'author', w.author, 'reason', w.reason, 'expiresOn', w.expires_on) ORDER BY w.expires_on DESC, w.id)
           FROM license_waiver w WHERE w.policy = p.name AND w.revoked_at IS NULL), '[]') AS waivers
       FROM license_policy p WHERE p.name = $1 AND ($2::text IS NULL OR p.version::text = $2) ORDER BY p.version DESC LIMIT 1`,
      [name, version],
    );
    if (!row) return null;
    return {
      name: row.name,
      version: row.version,
      ...(row.outbound === null ? {} : { outbound: row.outbound }),
      rules: row.rules.map(({ key, when, outcome, sentenceDe, sentenceEn }) => ({ id: key, when, outcome, sentence: { de: sentenceDe, en: sentenceEn } })),
      waivers: row.waivers.map(({ license, ...waiver }) => ({ ...waiver, ...(license === null ? {} : { license }) })),
    };
  }

  /** Every policy with its newest version. */
  versions(): Promise<{ readonly id: number; readonly name: string; readonly version: number; readonly isReady: boolean }[]> {
    return this.transactions.query('SELECT DISTINCT ON (name) id, name, version, is_ready AS "isReady" FROM license_policy ORDER BY name, version DESC');
  }

  /** Keeps others from adding a version until this transaction has ended. */
  async lock(): Promise<void> {
    await this.transactions.query("SELECT pg_advisory_xact_lock(hashtext('add policies'))");
  }

  async add({ name, version, outbound, rules }: LicensePolicy, isReady: boolean, actorId: number): Promise<number> {
    const stored = rules.map(({ id, when, outcome, sentence }): StoredRule => ({ key: id, when, outcome, sentenceDe: sentence.de, sentenceEn: sentence.en }));
    const [row] = await this.transactions.query<{ id: number }>(
      'INSERT INTO license_policy (name, version, is_ready, outbound, rules, actor_id) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
      [name, Number(version), isReady, outbound ?? null, JSON.stringify(stored), actorId],
    );
    return row!.id;
  }

  async addWaiver({ policy, component, license, author, reason, expiresOn }: NewWaiver): Promise<number> {
    const [row] = await this.transactions.query<{ id: number }>(
      'INSERT INTO license_waiver (policy, component, license, author, reason, expires_on) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
      [policy, component, license ?? null, author, reason, expiresOn],
    );
    return row!.id;
  }

  async waiver(id: number): Promise<{ readonly policy: string; readonly component: string; readonly expiresOn: CalendarDate; readonly isRevoked: boolean } | null> {
    const [row] = await this.transactions.query<{ policy: string; component: string; expiresOn: CalendarDate; isRevoked: boolean }>(
      'SELECT policy, component, expires_on::text AS "expiresOn", revoked_at IS NOT NULL AS "isRevoked" FROM license_waiver WHERE id = $1 FOR UPDATE',
      [id],
    );
    return row ?? null;
  }

  async revokeWaiver(id: number): Promise<void> {
    await this.transactions.query('UPDATE license_waiver SET revoked_at = now() WHERE id = $1', [id]);
  }
}
