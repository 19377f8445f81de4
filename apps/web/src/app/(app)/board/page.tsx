import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LiveBoard } from '@/features/board/live-board';
import { boardResource } from '@/features/board/resources';
import { readMe } from '@/server/me';
import { Prefetched } from '@/server/prefetched';
import { PageWords, readWords } from '@/server/words';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('shell'))('board'),
});

export default async function BoardPage({ searchParams }: PageProps<'/board'>) {
  const { permissions, locations } = await readMe();
  if (!permissions.includes('time-entry:read')) redirect('/shifts');
  const { location } = await searchParams;
  const chosen = locations.find((one) => one.id === location)?.id;
  return (
    <PageWords of={['board']}>
      <Prefetched resources={[boardResource(chosen)]}>
        <LiveBoard />
      </Prefetched>
    </PageWords>
  );
}
