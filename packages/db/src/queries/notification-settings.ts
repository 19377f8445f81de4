import type { Statement, Tx } from '../database.ts';

export type SettingsRow = {
  userId: string;
  pushOff: string[];
  emailOff: string[];
  quietFrom: string | null;
  quietTo: string | null;
  zone: string | null;
  reminderMinutes: number | null;
};

/** Gives SettingsRows of those who have said how they want to be told. */
export const settingsStatement = (orgId: string, userIds: readonly string[]): Statement => ({
  name: 'notification_settings_of',
  text: `select user_id as "userId", push_off as "pushOff", email_off as "emailOff", quiet_from as "quietFrom",
           quiet_to as "quietTo", zone, reminder_minutes as "reminderMinutes"
         from notification_settings where organization_id = $1 and user_id = any($2::uuid[])`,
  values: [orgId, userIds],
});

export async function listSettings(
  tx: Tx,
  orgId: string,
  userIds: readonly string[],
): Promise<SettingsRow[]> {
  const { rows } = await tx.$client.query<SettingsRow>(settingsStatement(orgId, userIds));
  return rows;
}

/** Writes all of it, the first time or again. */
export async function putSettings(
  tx: Tx,
  orgId: string,
  row: SettingsRow & { updatedAt: string },
): Promise<void> {
  await tx.$client.query({
    name: 'notification_settings_put',
    text: `insert into notification_settings (organization_id, user_id, push_off, email_off, quiet_from, quiet_to, zone,
             reminder_minutes, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           on conflict (organization_id, user_id) do update set push_off = excluded.push_off, email_off = excluded.email_off,
             quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, zone = excluded.zone,
             reminder_minutes = excluded.reminder_minutes, updated_at = excluded.updated_at`,
    values: [
      orgId,
      row.userId,
      row.pushOff,
      row.emailOff,
      row.quietFrom,
      row.quietTo,
      row.zone,
      row.reminderMinutes,
      row.updatedAt,
    ],
  });
}

/** Two changes of one person's settings at once: the second waits, and sees the first. */
export async function holdSettings(tx: Tx, orgId: string, userId: string): Promise<void> {
  await tx.$client.query({
    name: 'notification_settings_hold',
    text: `select pg_advisory_xact_lock(hashtextextended($1::text || $2::text, 8))`,
    values: [orgId, userId],
  });
}
