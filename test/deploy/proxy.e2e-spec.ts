// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as requestPlainly } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:tls';
import { runProgram, type RunningProgram } from '../support/running-program.js';
import { freePort } from '../support/free-ports.js';

const FILES = join(import.meta.dirname, '../../deploy/proxy');
const NAME = 'fahrplan.example.org';
/** Enough for all that is asked here, and soon reached by who asks without end. */
const REQUESTS_PER_MINUTE = 40;
const LARGE_FILE = `Rechner;Software\n${'pc-1;GIMP\n'.repeat(800_000)}`;

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

const PROXIES = [
  {
    name: 'nginx',
    command: '/usr/sbin/nginx',
    configure: (folder: string, ports: { plain: number; secret: number; program: string }) => {
      const text = readFileSync(join(FILES, 'nginx.conf'), 'utf8').replace('listen 80;', `listen 127.0.0.1:${ports.plain};`).replace('listen 443 ', `listen 127.0.0.1:${ports.secret} `).replaceAll('/etc/ssl/fahrplan/', `${folder}/`).replace('127.0.0.1:3000', ports.program);
      writeFileSync(join(folder, 'fahrplan.conf'), text);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ');
      const user = process.getuid?.() === 0 ? 'user root;' : '';
      writeFileSync(join(folder, 'nginx.conf'), `daemon off; ${user} pid ${folder}/nginx.pid; error_log ${folder}/error.log; events {} http { access_log off; ${temporary} include ${folder}/fahrplan.conf; }`);
      return ['-p', folder, '-c', join(folder, 'nginx.conf')];
    },
  },
  {
    name: 'haproxy',
    command: '/usr/sbin/haproxy',
    configure: (folder: string, ports: { plain: number; secret: number; program: string }) => {
      const text = readFileSync(join(FILES, 'haproxy.cfg'), 'utf8').replace('bind :80', `bind 127.0.0.1:${ports.plain}`).replace('bind :443', `bind 127.0.0.1:${ports.secret}`).replaceAll('/etc/ssl/fahrplan/', `${folder}/`).replace('127.0.0.1:3000', ports.program);
      writeFileSync(join(folder, 'haproxy.cfg'), text);
      return ['-db', '-f', join(folder, 'haproxy.cfg')];
    },
  },
];

const there = PROXIES.filter(({ command }) => existsSync(command));

(there.length > 0 ? describe : describe.skip)('behind a proxy', () => {
  let program: RunningProgram;
  let folder: string;
  const started: ChildProcess[] = [];
  beforeAll(async () => {
    program = await runProgram(null, 'none', { publicUrl: `https://${NAME}`, trustedProxies: ['127.0.0.1'], requestsPerMinute: REQUESTS_PER_MINUTE });
    folder = mkdtempSync(join(tmpdir(), 'fahrplan-proxy-'));
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`, '-keyout', 'privkey.pem', '-out', 'fullchain.pem'], { cwd: folder, stdio: 'pipe' });
    writeFileSync(join(folder, 'fahrplan.pem'), ['fullchain.pem', 'privkey.pem'].map((file) => readFileSync(join(folder, file), 'utf8')).join(''));
  }, 300_000);
  afterAll(async () => {
    for (const proxy of started) proxy.kill('SIGTERM');
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(there)('$name', ({ command, configure }) => {
    let ports: { plain: number; secret: number; program: string };
    beforeAll(async () => {
      ports = { plain: await freePort(), secret: await freePort(), program: new URL(program.url).host };
      const proxy = spawn(command, configure(folder, ports), { stdio: ['ignore', 'inherit', 'inherit'] });
      started.push(proxy);
      for (let look = 0; look < 100; look++) {
        if ((await ask('/health/live').catch(() => null))?.status === 200) return;
        await sleep(100);
      }
      throw new Error('the proxy does not answer');
    }, 60_000);

    const ask = (path: string, { body, ...options }: RequestOptions & { body?: string } = {}) =>
      new Promise<Answer>((resolve, reject) => {
        const settings = { host: '127.0.0.1', port: ports.secret, path, servername: NAME, ca: readFileSync(join(folder, 'fullchain.pem')), agent: false as const, ...options, headers: { host: NAME, ...(options.headers as object) } };
        const sent = request(settings, (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks).toString() }));
        });
        sent.on('error', reject);
        sent.end(body);
      });
    const graphql = (query: string, options: RequestOptions = {}) => ask('/graphql', { method: 'POST', ...options, headers: { 'content-type': 'application/json', ...(options.headers as object) }, body: JSON.stringify({ query }) });
    const token = () => `Bearer ${program.program.localToken}`;

    it('leads from http to https, where browsers are told to stay', async () => {
      const location = await new Promise<string | undefined>((resolve) => requestPlainly({ host: '127.0.0.1', port: ports.plain, path: '/a?b=c', headers: { host: NAME } }, (answer) => resolve(`${answer.statusCode} ${answer.headers.location}`)).end());
      expect(location).toBe(`308 https://${NAME}/a?b=c`);
      const answer = await ask('/health/ready');
      expect([answer.status, answer.headers['strict-transport-security']]).toEqual([200, 'max-age=31536000; includeSubDomains']);
    });

    it('signs people in with a cookie that leaves by TLS alone, and takes changes from its own page alone', async () => {
      const link = new URL((await program.program.signInUrl())!);
      const signedIn = await ask(`${link.pathname}${link.search}`);
      const cookie = [signedIn.headers['set-cookie']].flat().map(String).find((one) => one.startsWith('__Host-'))!;
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; Secure/);
      const from = (origin: string) => graphql('{ viewer { name } }', { headers: { cookie: cookie.split(';')[0]!, origin } });
      expect(await from(`https://${NAME}`)).toMatchObject({ status: 200, body: expect.stringContaining('"viewer":{"name"') });
      expect((await from('https://elsewhere.example.org')).status).toBe(403);
      expect((await graphql('{ __typename }', { headers: { host: 'elsewhere.example.org' } })).status).toBe(421);
    });

    it('takes a large file', async () => {
      const { status, body } = await ask('/imports?fileName=inventar.csv', { method: 'POST', headers: { authorization: token(), 'content-type': 'text/csv' }, body: LARGE_FILE });
      expect([status, body]).toEqual([201, expect.stringContaining('uploadId')]);
    });

    it('hands progress on over a web socket', async () => {
      const socket = connect({ host: '127.0.0.1', port: ports.secret, servername: NAME, ca: readFileSync(join(folder, 'fullchain.pem')), ALPNProtocols: ['http/1.1'] });
      await once(socket, 'secureConnect');
      let heard = '';
      socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
      const hears = async (what: string) => {
        for (let look = 0; look < 200 && !heard.includes(what); look++) await sleep(25);
        expect(heard).toContain(what);
      };
      socket.write(`GET /graphql HTTP/1.1\r\nHost: ${NAME}\r\nOrigin: https://${NAME}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`);
      await hears(' 101 ');
      socket.write(masked(JSON.stringify({ type: 'connection_init', payload: { authorization: token() } })));
      await hears('connection_ack');
      socket.destroy();
    });

    it('says who asks, and passes on nothing that somebody says of that: each stranger has requests of their own', async () => {
      const stranger = (localAddress: string, headers = {}) => graphql('{ __typename }', { localAddress, headers });
      let asked = 0;
      while ((await stranger('127.0.0.2')).status === 200 && asked < 2 * REQUESTS_PER_MINUTE) asked++;
      expect(asked).toBeLessThanOrEqual(REQUESTS_PER_MINUTE);
      expect((await stranger('127.0.0.2', { 'x-forwarded-for': '192.0.2.7', forwarded: 'for=192.0.2.7' })).status).toBe(429);
      expect((await stranger('127.0.0.3')).status).toBe(200);
    });
  });
});

/** A frame of a web socket, as clients have to send it; for short texts. */
function masked(text: string): Buffer {
  const mask = randomBytes(4);
  const payload = Buffer.from(text).map((byte, index) => byte ^ mask[index % 4]!);
  const length = payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 255];
  return Buffer.concat([Buffer.from([0x81, ...length]), mask, payload]);
}
