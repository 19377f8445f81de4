'use client';
import { useState } from 'react';
import { localDateOf } from '@/lib/format';
import { useMe } from './me';

/** Today in the organisation's zone, as it was when the component appeared. */
export function useToday(): string {
  const { zone } = useMe().organization;
  const [today] = useState(() => localDateOf(new Date(), zone));
  return today;
}
