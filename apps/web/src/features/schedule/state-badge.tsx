'use client';
import type { ShiftState } from '@vaktplan/contracts/http/shifts';
import { Badge } from '@vaktplan/ui';

const STATE = {
  draft: ['neutral', 'Draft: only managers see it'],
  published: ['success', 'Published'],
  changed: ['warning', 'Changed since it was published'],
  deleted: ['danger', 'Will be removed when published'],
} as const;

/** What employees see of a shift, in words. */
export const StateBadge = ({ state }: { state: ShiftState }) => (
  <Badge tone={STATE[state][0]}>{STATE[state][1]}</Badge>
);
