import { Here, PRESENCE_EVERY_MS } from '@vaktplan/contracts/presence';
import { room } from '@vaktplan/contracts/socket';
import { findNameOfUser } from '@vaktplan/db/queries/user-names';
import type { Services } from '../services.ts';
import type { RealtimeServer, RealtimeSocket } from './socket-server.ts';

const NOWHERE: ReadonlySet<string> = new Set();
const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));

/**
 * Passes on where in a schedule a tab is, to those who have one of the same weeks of the same location open, at most
 * five times a second. Only whom the database lets see the location's drafts is heard, and hears. Nothing is kept: who comes asks the others.
 */
export function passOnPresence(io: RealtimeServer, socket: RealtimeSocket, { db, log }: Services): void {
  let weeks: ReadonlySet<string> = NOWHERE;
  let newest: Here | undefined;
  let timer: NodeJS.Timeout | undefined;
  let name: Promise<string> | undefined;

  const turnTo = (next: ReadonlySet<string>): void => {
    const left = [...weeks].filter((week) => !next.has(week));
    weeks = next;
    // to nobody in particular is to everybody
    if (left.length === 0) return;
    // who still has a week in common is told where this tab is now
    io.to(left)
      .except([socket.id, ...next])
      .emit('presence:gone', { id: socket.id });
    for (const week of left) void socket.leave(week);
  };
  const leave = (): void => {
    turnTo(NOWHERE);
    newest = undefined;
  };
  const enter = async (next: ReadonlySet<string>): Promise<void> => {
    turnTo(next);
    await socket.join([...next]);
    socket.to([...next]).emit('presence:ask');
  };
  const tell = async (): Promise<void> => {
    const { organizationId, userId } = socket.data;
    name ??= findNameOfUser(db, organizationId, userId).then((found) => found ?? 'A colleague');
    const known = await name;
    if (weeks.size > 0 && newest)
      socket.to([...weeks]).emit('presence:peer', { id: socket.id, userId, name: known, ...newest });
  };
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      tell().catch((err: unknown) => {
        name = undefined;
        log.warn({ err }, 'realtime: a name could not be read');
      });
    }, PRESENCE_EVERY_MS).unref();
  };

  socket.on('presence:here', (said: unknown) => {
    const { data: here } = Here.safeParse(said);
    if (!here || !socket.rooms.has(room.location(here.locationId))) return leave();
    const { organizationId } = socket.data;
    const next = new Set(here.weeks.map((week) => room.week(organizationId, here.locationId, week)));
    const entered = isSame(next, weeks) ? undefined : enter(next);
    newest = here;
    void entered;
    soon();
  });
  socket.on('presence:leave', leave);
  socket.once('disconnecting', () => {
    clearTimeout(timer);
    leave();
  });
}
