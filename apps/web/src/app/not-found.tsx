import { Button, EmptyState } from '@vaktplan/ui';
import { Compass } from 'lucide-react';
import Link from 'next/link';
import { readWords } from '@/server/words';

export default async function NotFound() {
  const t = await readWords('shell');
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        asHeading
        icon={<Compass />}
        title={t('notFound')}
        description={t('notFoundHint')}
        action={
          <Button asChild>
            <Link href="/">{t('toStart')}</Link>
          </Button>
        }
      />
    </main>
  );
}
