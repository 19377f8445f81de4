import { io, type Socket } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import type { SignedIn } from '../bench/src/sign-tokens.ts';
import { ask, isGood } from './client.ts';
import type { Service } from './services.ts';
import type { Stand } from './stand.ts';

export type Listener = {
  socket: Socket;
  /** ids that signals named */
  heard: Set<string>;
  close: () => void;
};

/** A socket as the web app opens it: websocket only, a fresh ticket for each connection. */
export function openListener({ tokens }: Stand, url: string, person: SignedIn): Listener {
  const heard = new Set<string>();
  const socket = io(url, {
    path: '/realtime',
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 2_000,
    auth: (send) => send({ ticket: tokens.ticket(person) }),
  });
  // a refusal ends the library's own tries
  socket.on('connect_error', () => {
    if (!socket.active) setTimeout(() => socket.connect(), 500 * (0.5 + Math.random()));
  });
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 500 * (0.5 + Math.random()));
  });
  socket.onAny((_name: string, signal: { id?: string }) => {
    if (signal.id) heard.add(signal.id);
  });
  return { socket, heard, close: () => void socket.disconnect() };
}

/** Plans open shifts until the listener hears of one. */
export async function untilHeard(stand: Stand, api: Service, { heard }: Listener): Promise<void> {
  const made: string[] = [];
  await expect
    .poll(
      async () => {
        const id = uuidv7();
        const { departmentId } = stand;
        const times = { startsAt: '2031-08-01T09:00', endsAt: '2031-08-01T17:00' };
        const body = { id, departmentId, employeeId: null, ...times };
        const answer = await ask(stand, api, stand.manager, { method: 'POST', path: '/api/v1/shifts', body });
        if (isGood(answer)) made.push(id);
        return made.some((one) => heard.has(one));
      },
      { interval: 200 },
    )
    .toBe(true);
}
