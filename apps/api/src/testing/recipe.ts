import type { World } from './attack-world.ts';

export type Request = {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  header?: Record<string, string>;
};
export type Recipe = {
  /** A request that the owner may make in the world. */
  make: (world: World) => Request;
  /** Why a member without rights at the place may be answered all the same; what is private stays so. */
  open?: string;
  /** Why a stranger's id may be answered otherwise than by 404; foreign rows are never shown or changed. */
  filter?: string;
  /** Why the owner is answered 404. */
  absent?: string;
};

/** The version that every row begins with. */
export const seen = { 'If-Match': '"1"' };
export const MEMBERS = 'for every member of the organisation';
