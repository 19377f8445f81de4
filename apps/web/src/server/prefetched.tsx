import { dehydrate, QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Hydrated } from '../features/shell/hydrated';
import { keyOf, type Resource } from '../lib/resource';
import { tryReadFromApi } from './api';

/** Renders its children with these resources already read; one that fails is left for the browser to ask again. */
export async function Prefetched({
  resources,
  children,
}: {
  resources: Resource<unknown>[];
  children: ReactNode;
}) {
  const client = new QueryClient();
  await Promise.all(
    resources.map(async (resource) => {
      const data = await tryReadFromApi(resource);
      if (data !== null) client.setQueryData(keyOf(resource), data);
    }),
  );
  return <Hydrated state={JSON.stringify(dehydrate(client))}>{children}</Hydrated>;
}
