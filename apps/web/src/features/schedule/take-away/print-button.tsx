'use client';
import { Button } from '@vaktplan/ui';
import { Printer } from 'lucide-react';
import { useWords } from '@/lib/words';

/** Opens the browser's own print dialog. */
export function PrintButton() {
  const t = useWords('planPrint');
  return (
    <Button variant="primary" className="screen-only" onClick={() => window.print()}>
      <Printer /> {t('print')}
    </Button>
  );
}
