import * as z from 'zod';
import { DateRange, Instant, LocalDate } from '../primitives.ts';

// What a notification tells, in facts: whoever shows it puts it into the words of its reader (`news` of packages/i18n).
// A fact that has been told stays readable: a value that is added is optional, another shape is another version.

const Count = z.int().min(0);
const fact = <What extends string, Values extends z.ZodRawShape>(what: What, values: Values) =>
  z.object({ v: z.literal(1), what: z.literal(what), ...values });
const days = DateRange.shape;
/** What a publication changes for its reader. */
const changes = { ...days, added: Count, changed: Count, removed: Count };

/** Local times are those of `zone`, where the shift is; the days are those on which it starts and ends there. */
const SaidShift = z.object({
  ...days,
  startsAt: Instant,
  endsAt: Instant,
  zone: z.string(),
  place: z.string(),
});
export type SaidShift = z.infer<typeof SaidShift>;

export const Said = z
  .discriminatedUnion('what', [
    fact('schedule_published', changes),
    fact('schedule_unpublished', changes),
    /** The first of them, and how many more there are. */
    fact('shift_reminder', { ...days, shifts: z.array(SaidShift), more: Count }),
    /** `work`: the position, or the department where the shift has none. */
    fact('shift_starting', { shift: SaidShift, work: z.string() }),
    fact('hours_rejected', { ...days, reason: z.string() }),
    fact('hours_corrected', { date: LocalDate, reason: z.string() }),
    fact('hours_added', { date: LocalDate, reason: z.string().nullable() }),
    fact('correction_proposed', { date: LocalDate, name: z.string(), comment: z.string() }),
    fact('correction_accepted', { date: LocalDate, reason: z.string().nullable() }),
    fact('correction_declined', { date: LocalDate, reason: z.string() }),
    /** A tap on a kiosk that is to be counted or dismissed, and one that was dismissed. */
    fact('tap_refused', { date: LocalDate }),
    fact('tap_dismissed', { date: LocalDate, reason: z.string() }),
  ])
  .meta({ id: 'Said' });
export type Said = z.infer<typeof Said>;
export type SaidWhat = Said['what'];
