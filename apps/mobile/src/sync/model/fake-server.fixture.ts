import { ERRORS, type ErrorCode } from '@vaktplan/contracts/errors';
import {
  DEFAULT_NOTIFICATION_SETTINGS,
  UpdateNotificationSettingsSchema,
} from '@vaktplan/contracts/http/notification-settings';
import { SyncPage, SyncQuerySchema, type SyncChange, type SyncItem } from '@vaktplan/contracts/http/sync';
import { ProposeCorrectionSchema } from '@vaktplan/contracts/http/timesheet-corrections';
import {
  CreatePunchBatchSchema,
  CreatePunchSchema,
  type CreatePunch,
} from '@vaktplan/contracts/http/time-tracking';
import type { Answer } from '../retry';
import type { Request } from '../transport';
import { correctionItem, idOf, iso, newsItem } from './server-items.fixture';
import {
  allOf,
  entriesOf,
  entryHolding,
  entryIdOf,
  inOrder,
  type Person,
  type Punch,
} from './server-person.fixture';

const problem = (code: ErrorCode): Answer => ({
  status: ERRORS[code][0],
  body: {
    type: 'about:blank',
    title: code,
    status: ERRORS[code][0],
    code,
    detail: ERRORS[code][1],
    correlationId: 'c',
  },
});
const OLDEST_MS = 31 * 86_400_000;
const SKEW_MS = 120_000;

/** The server as the contract has it, small enough to be seen through. Requests are held to the contract's schemas. */
export function fakeServer(now: () => number) {
  const people = new Map<string, Person>();
  let made = 0;
  const personOf = (owner: string): Person => {
    const fresh: Person = {
      employeeId: idOf(3, people.size + 1),
      punches: [],
      versions: new Map(),
      corrections: new Map(),
      items: new Map(),
      read: new Map(),
      settings: [],
      told: new Map(),
    };
    const person = people.get(owner) ?? fresh;
    people.set(owner, person);
    return person;
  };

  function timeOf(punch: CreatePunch, sent: { bootId: string; monotonicMs: number } | undefined): number {
    const { occurredAt, tapped } = punch;
    const claimed = occurredAt === undefined ? now() : Date.parse(occurredAt);
    if (!tapped) return claimed;
    const measured =
      tapped.bootId === sent?.bootId
        ? now() - (sent.monotonicMs - tapped.monotonicMs)
        : claimed + (tapped.serverOffsetMs ?? 0);
    return Math.abs(measured - claimed) > SKEW_MS ? Math.round(measured) : claimed;
  }

  type Taken = { refused: ErrorCode } | { punch: Punch; isNew: boolean };
  function take(person: Person, punch: CreatePunch, at: number, live: boolean): Taken {
    const known = person.punches.find(({ id }) => id === punch.id);
    if (known)
      return known.kind === punch.kind
        ? { punch: known, isNew: false }
        : { refused: 'idempotency_key_reused' };
    if ([...people.values()].some(({ punches }) => punches.some(({ id }) => id === punch.id))) {
      return { refused: 'idempotency_key_reused' };
    }
    if (at - now() > SKEW_MS) return { refused: 'punch_in_future' };
    if (now() - at > OLDEST_MS) return { refused: 'punch_too_old' };
    const last = inOrder(person).findLast(({ kind }) => kind === 'in' || kind === 'out');
    if (live && punch.kind === 'in' && last?.kind === 'in') return { refused: 'already_clocked_in' };
    const taken = { id: punch.id, kind: punch.kind, at, sequence: punch.tapped?.sequence ?? 0 };
    person.punches.push(taken);
    return { punch: taken, isNew: true };
  }

  function punchOne(person: Person, body: unknown): Answer {
    const read = CreatePunchSchema.safeParse(body);
    if (!read.success) return problem('validation_failed');
    const { tapped, sentMonotonicMs, offline } = read.data;
    const sent =
      tapped && sentMonotonicMs !== undefined ? { ...tapped, monotonicMs: sentMonotonicMs } : undefined;
    const taken = take(person, read.data, timeOf(read.data, sent), !offline);
    if ('refused' in taken) return problem(taken.refused);
    const { id, kind, at } = taken.punch;
    const entryId = entryHolding(person, at) ?? entryIdOf(id);
    const entry = { id: entryId };
    const punch = { id, kind, occurredAt: iso(at), receivedAt: iso(now()) };
    return { status: 201, body: { punch, entry } };
  }

  function punchBatch(person: Person, body: unknown): Answer {
    const read = CreatePunchBatchSchema.safeParse(body);
    if (!read.success) return problem('validation_failed');
    const data = read.data.punches.map((punch) => {
      const taken = take(person, punch, timeOf(punch, read.data.sent), false);
      const { id } = punch;
      if ('refused' in taken) {
        const [, detail] = ERRORS[taken.refused];
        return { id, outcome: 'refused', code: taken.refused, detail, happenedAt: null, entryId: null };
      }
      const { at } = taken.punch;
      return {
        id,
        outcome: 'recorded',
        code: null,
        detail: null,
        happenedAt: iso(at),
        entryId: entryHolding(person, at),
      };
    });
    const count = (outcome: string) => data.filter((one) => one.outcome === outcome).length;
    return {
      status: 200,
      body: { data, meta: { recorded: count('recorded'), kept: 0, refused: count('refused') } },
    };
  }

  function correct(person: Person, { body, idempotencyKey }: Request): Answer {
    const read = ProposeCorrectionSchema.safeParse(body);
    if (!read.success || idempotencyKey === undefined) return problem('validation_failed');
    const before = [...person.corrections.values()].find(({ key }) => key === idempotencyKey);
    if (before) {
      if (before.body !== JSON.stringify(body)) return problem('idempotency_key_reused');
      return { status: 201, body: before.item.item };
    }
    const { entryId = null, entryVersion, comment } = read.data;
    const entry = entriesOf(person).find(({ id }) => id === entryId);
    if (entryId !== null && !entry) return problem('not_found');
    if (entry && 'version' in entry.item && entry.item.version !== entryVersion)
      return problem('version_conflict');
    if ([...person.corrections.values()].some((one) => entryId !== null && one.entryId === entryId)) {
      return problem('correction_pending');
    }
    const id = idOf(6, ++made);
    const asked = {
      id,
      entryId,
      startedAt: iso(Date.parse(read.data.startedAt)),
      endedAt: iso(Date.parse(read.data.endedAt)),
      comment,
    };
    const item: SyncItem = { kind: 'correction', id, item: correctionItem(person.employeeId, asked, now()) };
    person.corrections.set(id, { key: idempotencyKey, entryId, body: JSON.stringify(body), item });
    return { status: 201, body: item.item };
  }

  function sync(person: Person, query: URLSearchParams): Answer {
    const { cursor, limit = 100 } = SyncQuerySchema.parse(Object.fromEntries(query));
    const told = cursor === undefined ? undefined : person.told.get(cursor);
    const known = new Map(told);
    const current = new Map(allOf(person).map((one) => [`${one.kind} ${one.id}`, one]));
    const gone = [...known.keys()].filter((key) => !current.has(key));
    const fresh = [...current].filter(([key, one]) => known.get(key) !== JSON.stringify(one));
    const changes: SyncChange[] = [
      ...gone.map((key) => {
        const [of, id] = key.split(' ') as [SyncItem['kind'], string];
        return { kind: 'tombstone' as const, of, id };
      }),
      ...fresh.map(([, one]) => one),
    ];
    for (const change of changes.slice(0, limit)) {
      if (change.kind === 'tombstone') known.delete(`${change.of} ${change.id}`);
      else known.set(`${change.kind} ${change.id}`, JSON.stringify(change));
    }
    const next = `cursor-${++made}`;
    person.told.set(next, known);
    const page = {
      changes: changes.slice(0, limit),
      cursor: next,
      more: changes.length > limit,
      reset: !told,
    };
    return { status: 200, body: SyncPage.parse(page) };
  }

  return {
    personOf,
    allOf: (owner: string) => allOf(personOf(owner)),
    answer(owner: string, request: Request): Answer {
      const person = personOf(owner);
      const url = new URL(request.path, 'http://server');
      const [, notificationId] = /^\/api\/v1\/notifications\/([^/]+)\/read$/.exec(url.pathname) ?? [];
      if (notificationId !== undefined) {
        if (!person.items.has(`notification ${notificationId}`)) return problem('not_found');
        if (!person.read.has(notificationId)) person.read.set(notificationId, now());
        return { status: 201, body: newsItem(notificationId, now(), now()) };
      }
      switch (url.pathname) {
        case '/api/v1/time':
          return { status: 200, body: { serverTime: iso(now()) } };
        case '/api/v1/time-tracking/punches':
          return punchOne(person, structuredClone(request.body));
        case '/api/v1/time-tracking/punches/batch':
          return punchBatch(person, structuredClone(request.body));
        case '/api/v1/timesheet-corrections':
          return correct(person, request);
        case '/api/v1/me/notification-settings':
          person.settings.push(UpdateNotificationSettingsSchema.parse(request.body));
          return { status: 200, body: DEFAULT_NOTIFICATION_SETTINGS };
        case '/api/v1/sync':
          return sync(person, url.searchParams);
        default:
          return problem('not_found');
      }
    },
  };
}
export type FakeServer = ReturnType<typeof fakeServer>;
