// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';

/** The settings that hold the address of a database. */
export type AddressVariable = 'DATABASE_URL' | 'DATABASE_ADMIN_URL' | 'DATABASE_READ_URL';

/** Codes of Node.js and OpenSSL for a chain that ends with nobody we trust. */
const UNKNOWN_ISSUER = new Set(['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'CERT_SIGNATURE_FAILURE', 'CERT_UNTRUSTED', 'INVALID_CA']);
const OUT_OF_TIME = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
/** The server turns our own certificate away while TLS begins, or afterwards by its rules. */
const OURS_TURNED_AWAY = /alert (?:unknown ca|bad certificate|certificate (?:required|expired|unknown|revoked)|unsupported certificate)|requires a valid client certificate|certificate authentication failed/i;
/** The server's rules have no entry for somebody without TLS. */
const WANTS_TLS = /no pg_hba\.conf entry for .*no encryption/i;
/** Files of an address that cannot be read, or hold something else. */
const FILE_UNUSABLE = /^(?:ENOENT|EACCES|EPERM|EISDIR|ENOTDIR)$|^ERR_OSSL_(?:PEM|X509|EVP|ASN1|DECODER|UNSUPPORTED)/;

/**
 * Says why nobody could be connected to a database, as far as it matters for who has to mend it.
 *
 * @param failure as the driver threw it; of several servers, what each said
 * @param variable the setting with the address
 */
export function whyUnreachable(failure: unknown, variable: AddressVariable): Problem {
  const reasons = reasonsOf(failure);
  for (const { code = '', message = '', syscall } of reasons) {
    const facts = { variable, reason: message };
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return { code: 'PLATFORM.DATABASE_CERTIFICATE_OF_OTHER_HOST', ...facts };
    if (UNKNOWN_ISSUER.has(code)) return { code: 'PLATFORM.DATABASE_CERTIFICATE_UNKNOWN', ...facts };
    if (OUT_OF_TIME.has(code)) return { code: 'PLATFORM.DATABASE_CERTIFICATE_EXPIRED', ...facts };
    if (message.includes('does not support SSL')) return { code: 'PLATFORM.DATABASE_WITHOUT_TLS', variable };
    if (WANTS_TLS.test(message)) return { code: 'PLATFORM.DATABASE_WANTS_TLS', variable };
    if (OURS_TURNED_AWAY.test(message)) return { code: 'PLATFORM.DATABASE_REFUSES_CERTIFICATE', ...facts };
    if (FILE_UNUSABLE.test(code) && syscall !== 'connect') return { code: 'PLATFORM.DATABASE_CERTIFICATE_UNUSABLE', ...facts };
  }
  return { code: 'PLATFORM.DATABASE_UNREACHABLE', variable, reason: (failure as Error).message };
}

interface Reason {
  readonly code?: string;
  readonly message?: string;
  /** Of a socket that is not there, `connect`. */
  readonly syscall?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** The failure, and all that is behind it. */
function reasonsOf(failure: unknown): readonly Reason[] {
  const reason = (failure ?? {}) as Reason;
  return [reason, ...[reason.cause, ...(reason.errors ?? [])].filter((one) => one !== undefined).flatMap(reasonsOf)];
}
