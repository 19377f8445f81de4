import type { Metadata } from 'next';
import { Kiosk } from '@/features/kiosk/kiosk';
import { OfflinePage } from '@/features/offline/offline-page';

export const metadata: Metadata = { title: 'Clock', robots: { index: false } };
export const dynamic = 'force-dynamic';

export default function KioskPage() {
  return (
    <>
      <OfflinePage path="/kiosk" />
      <Kiosk />
    </>
  );
}
