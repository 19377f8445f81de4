import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { failedJobsResource, schedulesResource, statusResource } from '@/features/status/resources';
import { StatusPage } from '@/features/status/status-page';
import { env } from '@/server/env';
import { readMe } from '@/server/me';
import { Prefetched } from '@/server/prefetched';
import { upstreamState } from '@/server/upstream';
import { PageWords, readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('shell'))('status'),
});

export default async function StatusRoute() {
  const { permissions } = await readMe();
  if (!permissions.includes('status:read')) notFound();
  return (
    <Prefetched resources={[statusResource, failedJobsResource, schedulesResource]}>
      <PageWords of={['operations']}>
        <StatusPage web={{ release: env().RELEASE, api: upstreamState() }} />
      </PageWords>
    </Prefetched>
  );
}
