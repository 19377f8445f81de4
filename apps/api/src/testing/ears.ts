import type { AddressInfo } from 'node:net';
import type { UserActor } from '@vaktplan/core/context/ctx';
import { io, type Socket } from 'socket.io-client';
import { afterEach, expect } from 'vitest';
import type { TestApp } from './create-test-app.ts';

export const origin = 'http://web.test';
const opened: Socket[] = [];
afterEach(() => {
  for (const socket of opened.splice(0)) socket.disconnect();
});

export const listening = async (app: TestApp): Promise<string> => {
  const server = app.nest.getHttpServer();
  if (!server.listening) await app.nest.listen(0, '127.0.0.1');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

export const ticketOf = async (app: TestApp, actor: UserActor, orgId: string): Promise<string> => {
  const person = await app.as(actor, orgId);
  const answer = await person.inject({ method: 'POST', url: '/api/v1/realtime/ticket' });
  expect(answer.statusCode).toBe(201);
  return answer.json<{ ticket: string }>().ticket;
};

export type Ear = { socket: Socket; heard: unknown[]; outcome: Promise<string> };

/** A socket to one instance that remembers all it hears; `outcome` is `connected` or why not. Closed after the test. */
export const connect = async (app: TestApp, ticket: unknown, from = origin): Promise<Ear> => {
  const socket = io(await listening(app), {
    path: '/realtime',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { ticket },
    extraHeaders: { origin: from },
  });
  opened.push(socket);
  const heard: unknown[] = [];
  socket.onAny((name: string, signal: unknown) => heard.push([name, signal]));
  const outcome = new Promise<string>((resolve) => {
    socket.on('connect', () => resolve('connected'));
    socket.on('connect_error', (error) => resolve(error.message));
  });
  return { socket, heard, outcome };
};
