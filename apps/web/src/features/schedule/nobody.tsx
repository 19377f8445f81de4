'use client';
import { EmptyState } from '@vaktplan/ui';
import { CalendarX2 } from 'lucide-react';
import { useWords } from '@/lib/words';

/** No one works here yet. */
export function Nobody() {
  const t = useWords('plan');
  return (
    <EmptyState className="flex-1" icon={<CalendarX2 />} title={t('nobody')} description={t('nobodyHint')} />
  );
}
