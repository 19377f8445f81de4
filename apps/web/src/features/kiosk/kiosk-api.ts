import { FileUpload, FileView, type CreateFile } from '@vaktplan/contracts/http/files';
import {
  HeartbeatAnswer,
  Identified,
  KioskPunched,
  KioskScreen,
  type Identify,
  type KioskPunch,
} from '@vaktplan/contracts/http/kiosk';
import type * as z from 'zod';
import { offline, problemOf, unreadable } from '../../lib/problem';

const root = '/api/kiosk';
const patienceMs = 10_000;

async function ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
  const headers = {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  const answer = await fetch(root + path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => {
    throw offline();
  });
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}

async function read<T>(answer: Promise<Response>, schema: z.ZodType<T>): Promise<T> {
  const response = await answer;
  const body: unknown = await response.json().catch(() => {
    throw offline();
  });
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw unreadable(response.status);
  return parsed.data;
}

/** What a tablet asks, as itself: its token is in a cookie that this code cannot see. Each throws `ApiProblem`. */
export const kioskApi = {
  enroll: (code: string) => ask('POST', '/enroll', { code }),
  renewToken: () => ask('POST', '/token'),
  screen: () => read(ask('GET', ''), KioskScreen),
  identify: (claim: Identify) => read(ask('POST', '/identify', claim), Identified),
  punch: (punch: KioskPunch) => read(ask('POST', '/punches', punch), KioskPunched),
  heartbeat: (deviceTime: string) => read(ask('POST', '/heartbeat', { deviceTime }), HeartbeatAnswer),
  announceFile: (file: CreateFile) => read(ask('POST', '/files', file), FileUpload),
  confirmFile: (id: string) => read(ask('POST', `/files/${id}/confirm`), FileView),
};
