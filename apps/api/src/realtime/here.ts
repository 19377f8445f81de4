import { Here, PRESENCE_EVERY_MS } from '@vaktplan/contracts/presence';
import { room } from '@vaktplan/contracts/socket';
import { findNameOfUser } from '@vaktplan/db/queries/user-names';
import type { Services } from '../services.ts';
import type { RealtimeServer, RealtimeSocket } from './socket-server.ts';

/**
 * Passes on where in a schedule a tab is, to those who have the same days of the same location open, at most five times a
 * second. Only whom the database lets see the location's drafts is heard, and hears. Nothing is kept: who comes asks the others.
 */
export function passOnPresence(io: RealtimeServer, socket: RealtimeSocket, { db, log }: Services): void {
  let week: string | undefined;
  let newest: Here | undefined;
  let timer: NodeJS.Timeout | undefined;
  let name: Promise<string> | undefined;

  const leave = (): void => {
    if (week) io.to(week).except(socket.id).emit('presence:gone', { id: socket.id });
    if (week) void socket.leave(week);
    week = newest = undefined;
  };
  const enter = async (next: string): Promise<void> => {
    leave();
    week = next;
    await socket.join(next);
    socket.to(next).emit('presence:ask');
  };
  const tell = async (): Promise<void> => {
    const { organizationId, userId } = socket.data;
    name ??= findNameOfUser(db, organizationId, userId).then((found) => found ?? 'A colleague');
    const known = await name;
    if (week && newest)
      socket.to(week).emit('presence:peer', { id: socket.id, userId, name: known, ...newest });
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
    const next = room.week(socket.data.organizationId, here.locationId, here.startDate);
    const entered = next === week ? undefined : enter(next);
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
