import type { Stand } from './stand.ts';

const HALVES = `
  select 'shift without event' as what, s.id::text as id from shifts s
    where s.version > 0 and s.local_date >= '2030-03-01'
      and not exists (select from events e where e.aggregate_id = s.id::text and e.event_type = 'shift.created')
  union all
  select 'event without shift', e.aggregate_id from events e where e.event_type = 'shift.created'
      and not exists (select from shifts s where s.id::text = e.aggregate_id)
  union all
  select 'published without snapshot', s.id::text from shifts s
    where s.local_date >= '2030-03-01' and s.published_version is not null
      and not exists (select from shift_publications p where p.shift_id = s.id)
  union all
  select 'snapshot without publication event', p.publication_id::text from shift_publications p
    where p.local_date >= '2030-03-01'
      and not exists (select from events e where e.event_type = 'schedule.published' and e.payload ->> 'publicationId' = p.publication_id::text)
  union all
  select 'punch without entry', p.id::text from time_punches p
    where not exists (select from time_entries t where p.id = any(t.punch_ids))
  union all
  select 'answer without work', k.key from idempotency_keys k where k.response is null`;

/** What is half done: a row without its event, an event without its row, a published version nobody can read. */
export const halvesOf = ({ rows }: Stand): Promise<Record<string, unknown>[]> => rows(HALVES);
