// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { fetchText } from './fetch-text.js';

describe('a text from an address', () => {
  it.each(['http://localhost/a.json', 'ftp://localhost/a.json', 'file:///etc/passwd', 'no address'])('is not asked of %s', async (address) => {
    await expect(fetchText(address, 100)).rejects.toMatchObject({ problem: { code: 'CLI.ADDRESS_NOT_HTTPS', file: address } });
  });

  it('is not waited for without end', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await new Promise((done) => silent.once('listening', done));
    const address = `https://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    await expect(fetchText(address, 100, 50)).rejects.toMatchObject({ problem: { code: 'CLI.ADDRESS_TOO_SLOW', file: address, seconds: 0.05 } });
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => silent.close(done));
  });

  it('says where nobody answers', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => closed.once('listening', done));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    await expect(fetchText(`https://127.0.0.1:${port}/`, 100)).rejects.toMatchObject({ problem: { code: 'CLI.ADDRESS_UNREADABLE', reason: 'ECONNREFUSED' } });
  });
});
