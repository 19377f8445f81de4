import type { Metadata } from 'next';
import { Kiosk } from '@/features/kiosk/kiosk';
import { Spoken, readWords } from '@/server/words';
import { OfflinePage } from '@/features/offline/offline-page';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await readWords('kiosk'))('page'),
  robots: { index: false },
});
export const dynamic = 'force-dynamic';

export default function KioskPage() {
  return (
    <Spoken besides={['clock', 'punch', 'kiosk']}>
      <OfflinePage path="/kiosk" />
      <Kiosk />
    </Spoken>
  );
}
