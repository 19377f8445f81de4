import type { ShiftTemplateDetail, TemplateItemInput } from '@vaktplan/contracts/http/shift-templates';
import { minutesOf, timeText } from '../wall-clock';

type StoredItem = ShiftTemplateDetail['items'][number];

/** A shift of a template while it is being edited: times as they are typed, `key` for the list. */
export type EditedItem = Omit<StoredItem, 'id' | 'startMinutes' | 'endMinutes'> & {
  key: string;
  start: string;
  end: string;
};

export const editedOf = (items: readonly StoredItem[]): EditedItem[] =>
  items.map(({ id, startMinutes, endMinutes, ...rest }) => ({
    ...rest,
    key: id,
    start: timeText(startMinutes),
    end: timeText(endMinutes),
  }));

/** A timed break keeps its distance to the start; one that no longer fits is anywhere in the shift. */
function movedBreaks(item: EditedItem, startMinutes: number, endMinutes: number): StoredItem['breaks'] {
  return item.breaks.map((pause) => {
    const at = pause.startMinutes;
    const fits = at === null || (at >= startMinutes && at + pause.minutes <= endMinutes);
    return fits ? pause : { ...pause, startMinutes: null };
  });
}

/** The items as the API takes them; undefined while a time is missing. An end before the start is on the next day. */
export function itemsOf(items: readonly EditedItem[]): TemplateItemInput[] | undefined {
  const ready: TemplateItemInput[] = [];
  for (const item of items) {
    const { key: _, start, end, ...rest } = item;
    const startMinutes = minutesOf(start);
    const until = minutesOf(end);
    if (startMinutes === undefined || until === undefined) return undefined;
    const endMinutes = until > startMinutes ? until : until + 1440;
    ready.push({ ...rest, startMinutes, endMinutes, breaks: movedBreaks(item, startMinutes, endMinutes) });
  }
  return ready;
}

/** Unpaid minutes of the breaks, which is what the editor shows of them. */
export const unpaidOf = (item: Pick<EditedItem, 'breaks'>): number =>
  item.breaks.reduce((sum, pause) => sum + (pause.paid ? 0 : pause.minutes), 0);

/** Other unpaid minutes: one break anywhere in the shift; paid ones stay. */
export const withUnpaid = (item: EditedItem, minutes: number): EditedItem => ({
  ...item,
  breaks: [
    ...item.breaks.filter((pause) => pause.paid),
    ...(minutes > 0 ? [{ minutes: Math.min(240, minutes), paid: false, startMinutes: null }] : []),
  ],
});
