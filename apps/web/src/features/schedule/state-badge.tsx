'use client';
import type { ShiftState } from '@vaktplan/contracts/http/shifts';
import { Badge } from '@vaktplan/ui';
import { useWords } from '@/lib/words';

const TONES = { draft: 'neutral', published: 'success', changed: 'warning', deleted: 'danger' } as const;

/** What employees see of a shift, in words. */
export function StateBadge({ state }: { state: ShiftState }) {
  const t = useWords('planShift');
  return <Badge tone={TONES[state]}>{t(`state_${state}`)}</Badge>;
}
