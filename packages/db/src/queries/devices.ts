import type { Tx } from '../database.ts';

export type DeviceRow = {
  id: string;
  userId: string;
  platform: 'web' | 'ios' | 'android';
  name: string;
  appVersion: string | null;
  provider: 'fcm' | 'apns' | null;
  pushToken: string | null;
  /** BCP 47; null: it has not said. */
  language: string | null;
  hours24: boolean | null;
  lastSeenAt: string;
  createdAt: string;
};

const COLUMNS = `d.id, d.user_id as "userId", d.kind as platform, d.name, d.app_version as "appVersion", d.provider,
  d.push_token as "pushToken", d.language, d.hours24, d.last_seen_at as "lastSeenAt", d.created_at as "createdAt"`;

/** A person's devices, the last seen first. */
export async function listDeviceRows(tx: Tx, orgId: string, userId: string): Promise<DeviceRow[]> {
  const { rows } = await tx.$client.query<DeviceRow>({
    name: 'devices_of',
    text: `select ${COLUMNS} from devices d where d.organization_id = $1 and d.user_id = $2 and d.kind <> 'kiosk'
           order by d.last_seen_at desc, d.id`,
    values: [orgId, userId],
  });
  return rows;
}

/**
 * Makes the token nobody's but the person's own, in this organisation or any other; who asks for the same token at once
 * waits. To hold a token is to be on that phone.
 */
export async function takePushToken(
  tx: Tx,
  orgId: string,
  { token, userId }: { token: string; userId: string },
): Promise<void> {
  await tx.$client.query({
    name: 'push_token_hold',
    text: `select pg_advisory_xact_lock(hashtextextended($1, 7)), set_config('app.push_token', $1, true)`,
    values: [token],
  });
  await tx.$client.query({
    name: 'push_token_take',
    text: 'delete from devices where push_token = $3 and not (organization_id = $1 and user_id is not distinct from $2)',
    values: [orgId, userId, token],
  });
  await tx.$client.query({
    name: 'push_token_done',
    text: `select set_config('app.push_token', '', true)`,
    values: [],
  });
}

/** Most devices that are kept for one person. */
const KEPT = 20;

/**
 * Writes the device: the person's own with this token, else their own with this id, else a new one. Of many devices those
 * seen last are kept.
 */
export async function putDevice(
  tx: Tx,
  orgId: string,
  row: Omit<DeviceRow, 'createdAt'> & { knownId: string | null },
): Promise<DeviceRow> {
  const values = [
    orgId,
    row.userId,
    row.platform,
    row.name,
    row.appVersion,
    row.provider,
    row.pushToken,
    row.lastSeenAt,
    row.language,
    row.hours24,
  ];
  // the one with the token may be another than the one with the id: an app that was installed anew
  const { rows: own } = await tx.$client.query<{ id: string }>({
    name: 'device_own',
    text: `select id from devices where organization_id = $1 and user_id = $2 and kind <> 'kiosk'
             and (push_token = $3 or id = $4) order by push_token is not distinct from $3 desc, id limit 1 for update`,
    values: [orgId, row.userId, row.pushToken, row.knownId],
  });
  const [known] = own;
  const { rows } = await tx.$client.query<DeviceRow>(
    known
      ? {
          name: 'device_update',
          text: `update devices d set kind = $3, name = $4, app_version = $5, provider = $6, push_token = $7, last_seen_at = $8,
                   language = $9, hours24 = $10
                 where d.organization_id = $1 and d.user_id = $2 and d.id = $11 returning ${COLUMNS}`,
          values: [...values, known.id],
        }
      : {
          name: 'device_insert',
          text: `insert into devices as d (organization_id, user_id, kind, name, app_version, provider, push_token, last_seen_at,
                   created_at, language, hours24, id) values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11) returning ${COLUMNS}`,
          values: [...values, row.id],
        },
  );
  await tx.$client.query({
    name: 'devices_trim',
    text: `delete from devices where organization_id = $1 and id in (
             select id from devices where organization_id = $1 and user_id = $2 and kind <> 'kiosk'
             order by last_seen_at desc, id desc offset ${KEPT})`,
    values: [orgId, row.userId],
  });
  const [written] = rows;
  if (!written) throw new Error('the device was not written');
  return written;
}

/** False: the person has no such device. */
export async function deleteDevice(tx: Tx, orgId: string, userId: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.$client.query({
    name: 'device_delete',
    text: `delete from devices where organization_id = $1 and user_id = $2 and id = $3 and kind <> 'kiosk'`,
    values: [orgId, userId, id],
  });
  return rowCount === 1;
}

/**
 * Forgets a token that the push service knows no longer; a newer one of the same device stays, and so does one that was
 * registered after `seenUntil` (null: whenever).
 */
export async function forgetPushToken(
  tx: Tx,
  orgId: string,
  gone: { id: string; token: string; seenUntil: string | null },
): Promise<void> {
  await tx.$client.query({
    name: 'push_token_forget',
    text: `update devices set push_token = null, provider = null
           where organization_id = $1 and id = $2 and push_token = $3
             and ($4::timestamptz is null or last_seen_at <= $4)`,
    values: [orgId, gone.id, gone.token, gone.seenUntil],
  });
}
