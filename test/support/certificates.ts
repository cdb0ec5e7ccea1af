// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const openssl = (folder: string, ...options: readonly string[]): void => void execFileSync('openssl', options, { cwd: folder, stdio: 'pipe' });

/** A certification authority of the tests' own: `NAME.pem` with `NAME.key`. */
export function makeAuthority(folder: string, name: string): void {
  openssl(folder, 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.pem`);
}

/**
 * Writes `NAME.pem` with `NAME.key`, signed by an authority of the same folder.
 *
 * @param names as `subjectAltName` takes them
 * @param validity options of `openssl ca` that say from when to when
 */
export function issue(folder: string, name: string, subject: string, authority: string, { names = 'DNS:localhost', validity = ['-days', '1'] }: { names?: string; validity?: readonly string[] } = {}): void {
  writeFileSync(join(folder, 'index.txt'), '');
  writeFileSync(join(folder, 'ca.cnf'), `[ca]\ndefault_ca=one\n[one]\ndatabase=index.txt\nnew_certs_dir=.\ndefault_md=sha256\nrand_serial=yes\npolicy=any\nx509_extensions=names\n[any]\ncommonName=supplied\n[names]\nsubjectAltName=${names}\n`);
  openssl(folder, 'req', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${subject}`, '-keyout', `${name}.key`, '-out', `${name}.csr`);
  openssl(folder, 'ca', '-batch', '-notext', '-config', 'ca.cnf', '-cert', `${authority}.pem`, '-keyfile', `${authority}.key`, '-in', `${name}.csr`, '-out', `${name}.pem`, ...validity);
}
