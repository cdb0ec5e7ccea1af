// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { randomBytes } from 'node:crypto';
import { openSharedDatabase, type SharedDatabase } from '../support/shared-database.js';
import { ProgramProcess } from '../support/program-process.js';

const BODY = 4 * 1024 * 1024;
const TOO_BIG = 1009;
const PROTOCOL_ERROR = 1002;
const NOT_TEXT = 1007;

let database: SharedDatabase;
let program: ProgramProcess;
beforeAll(async () => {
  database = await openSharedDatabase('prepared');
  program = await ProgramProcess.start(database.folder, { DATABASE_URL: database.url });
}, 120_000);
afterAll(async () => {
  await program?.stop(); // there is none where it did not start
  await database.close();
});

/** A message of GraphQL over web sockets, of so many bytes. */
const initOf = (bytes: number, authorization = ''): string => {
  const empty = JSON.stringify({ type: 'connection_init', payload: { authorization, pad: '' } });
  return empty.replace('"pad":""', `"pad":"${'x'.repeat(bytes - empty.length)}"`);
};

/** What comes of a message: the kind of the answer, or the code that the connection is closed with. */
async function answerTo(message: string): Promise<string | number> {
  const socket = new WebSocket(`${program.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  const ended = Promise.race([
    once(socket, 'message').then(([{ data }]) => (JSON.parse(String(data)) as { type: string }).type),
    once(socket, 'close').then(([{ code }]) => code as number),
  ]);
  socket.send(message);
  const answer = await ended;
  socket.close();
  return answer;
}

/** Speaks in bytes, where a client would not send them; the code that the connection is closed with, null where it is only cut. */
async function closedBy(...bytes: readonly Buffer[]): Promise<number | null> {
  const socket = connect(Number(new URL(program.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(`GET /graphql HTTP/1.1\r\nHost: ${new URL(program.url).host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`);
  await once(socket, 'data');
  const heard = hear(socket);
  for (const piece of bytes) socket.write(piece);
  return heard;
}

async function hear(socket: Socket): Promise<number | null> {
  const pieces: Buffer[] = [];
  socket.on('data', (piece: Buffer) => {
    pieces.push(piece);
    if (Buffer.concat(pieces).at(0) === 0x88) socket.end();
  });
  await once(socket, 'close');
  const all = Buffer.concat(pieces);
  return all[0] === 0x88 ? all.readUInt16BE(2) : null;
}

/** The begin of a frame of a client that says how long it is going to be, and nothing of what it holds. */
const headOf = (first: number, bytes: bigint): Buffer => {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(bytes);
  return Buffer.concat([Buffer.from([first, 0x80 | 127]), length, randomBytes(4)]);
};
const piece = (first: number, content: Buffer): Buffer => Buffer.concat([headOf(first, BigInt(content.length)).subarray(0, 10), Buffer.alloc(4), content]);

describe('a message over a web socket', () => {
  it('may be as long as a body over HTTP', async () => {
    expect(await answerTo(initOf(BODY, `Bearer ${program.token}`))).toBe('connection_ack');
    expect(await answerTo(initOf(BODY + 1, `Bearer ${program.token}`))).toBe(TOO_BIG);
  });

  it('of a stranger is not kept to see whether it ends', async () => {
    expect(await closedBy(headOf(0x81, BigInt(BODY) + 1n))).toBe(TOO_BIG);
    expect(await closedBy(headOf(0x81, 2n ** 62n))).toBe(TOO_BIG);
  });

  it('in pieces is as long as these are together', async () => {
    const half = Buffer.alloc(BODY / 2, 'x');
    expect(await closedBy(piece(0x01, half), piece(0x00, half), piece(0x00, Buffer.from('x')))).toBe(TOO_BIG);
  });

  it.each<[string, Buffer[], number]>([
    ['that is not masked', [Buffer.from([0x81, 2, 0x7b, 0x7d])], PROTOCOL_ERROR],
    ['of a kind that does not exist', [piece(0x83, Buffer.from('{}'))], PROTOCOL_ERROR],
    ['that goes on with nothing', [piece(0x80, Buffer.from('{}'))], PROTOCOL_ERROR],
    ['that is packed, though nobody agreed to that', [piece(0xc1, Buffer.from('{}'))], PROTOCOL_ERROR],
    ['that is no text', [piece(0x81, Buffer.from([0xff, 0xfe]))], NOT_TEXT],
    ['that is no JSON', [piece(0x81, Buffer.from('{'))], 4400],
    ['that nobody knows', [piece(0x81, Buffer.from('{"type":"?"}'))], 4400],
  ])('%s ends the connection', async (_what, bytes, code) => {
    expect(await closedBy(...bytes)).toBe(code);
  });

  it('that is amiss leaves nothing in the log, and the program answers on', async () => {
    expect(program.complaints).toEqual([]);
    expect((await fetch(`${program.url}/health/live`)).status).toBe(200);
  });
});
