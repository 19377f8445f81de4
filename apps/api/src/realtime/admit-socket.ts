import { listRooms } from '@vaktplan/core/auth/list-rooms';
import { loadActor } from '@vaktplan/core/auth/load-actor';
import type { Services } from '../services.ts';
import { readTicket, type Ticket } from './ticket.ts';

/** A socket that may not be here, or no longer. The client is told no more than that. */
export class SocketRefused extends Error {
  constructor(options?: ErrorOptions) {
    super('unauthenticated', options);
    this.name = 'SocketRefused';
  }
}

/** Who a handshake's ticket is for. @throws SocketRefused */
export async function openTicket({ env }: Services, handshake: Record<string, unknown>): Promise<Ticket> {
  const { ticket } = handshake;
  if (typeof ticket !== 'string' || ticket.length > 2048) throw new SocketRefused();
  return readTicket(env, ticket).catch((cause: unknown) => {
    throw new SocketRefused({ cause });
  });
}

/** The rooms the person may be in, as the database has it now. @throws SocketRefused for one who may be in none */
export async function roomsOf({ db }: Services, ticket: Ticket): Promise<string[]> {
  const { standing, actor } = await loadActor(db, ticket);
  if (!standing || !actor || actor.grants.length === 0) throw new SocketRefused();
  return listRooms(db, ticket.organizationId, actor);
}
