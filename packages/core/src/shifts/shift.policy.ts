import type { PlaceScope } from '@vaktplan/db/queries/place-scope';
import { canSomewhere } from '../context/authorize.ts';
import type { Actor } from '../context/ctx.ts';
import { permittedPlaces } from '../context/permitted-places.ts';

/** Does the actor plan anywhere, so that the working copy is theirs to see there? */
export const seesDrafts = (actor: Actor): boolean => canSomewhere(actor, 'shift:read-draft');

/** The places whose drafts the actor may see; undefined: the whole organisation. */
export const draftPlaces = (actor: Actor): PlaceScope => permittedPlaces(actor, 'shift:read-draft');
