import type { Tx } from '../database.ts';
import { listSettings, type SettingsRow } from './notification-settings.ts';

export type PushNewsRow = {
  kind: string;
  title: string;
  body: string;
  said: unknown;
  link: string | null;
  createdAt: string;
  readAt: string | null;
  /** The organisation's. */
  zone: string;
  locale: string;
};
export type PushTargetRow = {
  deviceId: string;
  provider: 'fcm' | 'apns';
  token: string;
  /** BCP 47; null: the phone has not said. */
  language: string | null;
  hours24: boolean | null;
};

/** A notification, the phones of the person it is for while they are a member, and how they want to be told. */
export async function findPush(
  tx: Tx,
  orgId: string,
  { notificationId, userId }: { notificationId: string; userId: string },
): Promise<{ news: PushNewsRow | undefined; targets: PushTargetRow[]; settings: SettingsRow | undefined }> {
  const [news, targets, settings] = await Promise.all([
    tx.$client.query<PushNewsRow>({
      name: 'push_news',
      text: `select n.kind, n.title, n.body, n.said, n.link, n.created_at as "createdAt", n.read_at as "readAt", o.zone, o.locale
             from notifications n join organizations o on o.id = n.organization_id
             where n.organization_id = $1 and n.id = $2 and n.user_id = $3`,
      values: [orgId, notificationId, userId],
    }),
    tx.$client.query<PushTargetRow>({
      name: 'push_targets',
      text: `select d.id as "deviceId", d.provider, d.push_token as token, d.language, d.hours24 from devices d
             where d.organization_id = $1 and d.user_id = $2 and d.push_token is not null
               and exists (select from memberships m where m.organization_id = $1 and m.user_id = $2)
               and not exists (select from employees e where e.organization_id = $1 and e.user_id = $2 and e.status = 'deactivated')
             order by d.id`,
      values: [orgId, userId],
    }),
    listSettings(tx, orgId, [userId]),
  ]);
  return { news: news.rows[0], targets: targets.rows, settings: settings[0] };
}

export type StartingShiftRow = {
  userId: string;
  shiftId: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  locationName: string;
  departmentName: string;
  positionName: string | null;
};

/**
 * Published shifts that start after `now`, of which their people want to be told before `next`, who have a phone and are not
 * at work. `days`: the business days on which they may be; `standing`: the minutes of those who have not said otherwise.
 */
export async function listStartingShifts(
  tx: Tx,
  orgId: string,
  asked: { now: string; next: string; days: readonly string[]; kind: string; standing: number | null },
): Promise<StartingShiftRow[]> {
  const { rows } = await tx.$client.query<StartingShiftRow>({
    name: 'starting_shifts',
    text: `select e.user_id as "userId", p.shift_id as "shiftId", p.starts_at as "startsAt", p.ends_at as "endsAt", p.zone,
             l.name as "locationName", d.name as "departmentName", o.name as "positionName"
           from shift_publications p
           join shifts s on s.organization_id = p.organization_id and s.id = p.shift_id and s.publication_id = p.id
           join employees e on e.organization_id = p.organization_id and e.id = p.employee_id
           join locations l on l.organization_id = p.organization_id and l.id = p.location_id
           join departments d on d.organization_id = p.organization_id and d.id = p.department_id
           left join positions o on o.organization_id = p.organization_id and o.id = p.position_id
           left join notification_settings n on n.organization_id = p.organization_id and n.user_id = e.user_id
           where p.organization_id = $1 and p.local_date = any($4::date[]) and p.kind = 'published'
             and p.starts_at > $2 and e.user_id is not null and e.status = 'active'
             and p.starts_at - make_interval(mins => case when n.user_id is null then $6::int else n.reminder_minutes end) < $3
             and not (n.user_id is not null and $5 = any(n.push_off))
             and exists (select from devices x where x.organization_id = $1 and x.user_id = e.user_id and x.push_token is not null)
             and not exists (select from time_entries t where t.organization_id = $1 and t.employee_id = e.id and t.ended_at is null)
           order by e.user_id, p.starts_at limit 5000`,
    values: [orgId, asked.now, asked.next, asked.days, asked.kind, asked.standing],
  });
  return rows;
}
