import type { RollOutItem, RollOutResult } from '@vaktplan/contracts/http/roll-out';
import type { WordKey } from '@vaktplan/i18n/catalogue';
import type { GridChange } from '@vaktplan/ui/schedule-grid';
import type { Words } from '@/lib/words-in';

/** How many shifts are made, open ones among them. */
export const madeCount = ({ meta }: RollOutResult): number => meta.created + meta.opened;

/** Of those left out: how many because the same shift is there, which is no loss. */
export const thereAlready = ({ data }: RollOutResult): number =>
  data.filter((item) => item.reason?.code === 'duplicate_shift').length;

/** `Copied 42 shifts, 3 made open, 2 left out`: what the undo and the toast call it. */
export function doneWords(
  verb: 'copied' | 'fromTemplate',
  result: RollOutResult,
  t: Words<WordKey<'plan'>>,
  comma: string,
): string {
  const { opened, skipped } = result.meta;
  const there = thereAlready(result);
  const parts = [t(verb, { count: madeCount(result) })];
  if (opened > 0) parts.push(t('madeOpen', { count: opened }));
  if (skipped > there) parts.push(t('leftOut', { count: skipped - there }));
  if (there > 0) parts.push(t('thereAlready', { count: there }));
  return parts.join(comma);
}

/** What takes back all that was made. */
export const takingBack = ({ data }: RollOutResult): GridChange[] =>
  data.flatMap(({ shiftId }) => (shiftId === null ? [] : [{ kind: 'remove', shiftId, version: 1 } as const]));

export type ReasonGroup = {
  detail: string;
  code: NonNullable<RollOutItem['reason']>['code'] | undefined;
  items: RollOutItem[];
};

/** Shifts of one outcome by their reason, the commonest first. */
export function byReason(items: readonly RollOutItem[], outcome: RollOutItem['outcome']): ReasonGroup[] {
  const groups = new Map<string, RollOutItem[]>();
  for (const item of items) {
    if (item.outcome !== outcome) continue;
    const detail = item.reason?.detail ?? '';
    const known = groups.get(detail);
    if (known) known.push(item);
    else groups.set(detail, [item]);
  }
  return [...groups]
    .map(([detail, some]) => ({ detail, code: some[0]?.reason?.code, items: some }))
    .toSorted((a, b) => b.items.length - a.items.length);
}

/** Did doing it come out otherwise than the preview said? Somebody was faster. */
export const cameOutOtherwise = (preview: RollOutResult | undefined, done: RollOutResult): boolean =>
  preview !== undefined &&
  (['created', 'opened', 'skipped'] as const).some((key) => preview.meta[key] !== done.meta[key]);

/** Would a reason let some of the shifts keep their person? */
export const asksReason = (preview: RollOutResult | undefined): boolean =>
  preview?.data.some((item) => item.reason?.code === 'override_reason_required') ?? false;

/** Are shifts left out because the location is closed that day? */
export const asksClosed = (preview: RollOutResult | undefined): boolean =>
  preview?.data.some((item) => item.reason?.code === 'location_closed') ?? false;
