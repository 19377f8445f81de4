import type { MeView } from '@vaktplan/contracts/http/me';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { meResource } from '../features/shell/resources';
import { preference } from '../lib/cookies';
import { readFromApi } from './api';

/** Who is signed in, asked once for a page. Throws `ApiProblem`. */
export const readMe = cache(() => readFromApi(meResource));

/** The location the page is about: the one kept in the cookie if this person may see it, else the first. */
export async function readCurrentLocation(): Promise<MeView['locations'][number] | undefined> {
  const { locations } = await readMe();
  const kept = (await cookies()).get(preference.location)?.value;
  return locations.find((location) => location.id === kept) ?? locations[0];
}
