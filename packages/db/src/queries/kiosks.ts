import type pg from 'pg';
import type { Statement, Tx } from '../database.ts';

export type KioskRow = {
  id: string;
  locationId: string;
  departmentIds: string[];
  name: string;
  identification: 'pin' | 'name' | 'name_and_pin';
  photo: 'off' | 'optional' | 'required';
  unscheduled: boolean;
  codeExpiresAt: string | null;
  enrolledAt: string | null;
  lastSeenAt: string | null;
  clockSkewMs: number | null;
  version: number;
};

const COLUMNS = `k.id, k.location_id as "locationId", k.department_ids::text[] as "departmentIds", k.name, k.identification, k.photo,
  k.unscheduled, k.code_expires_at as "codeExpiresAt", k.enrolled_at as "enrolledAt", k.last_seen_at as "lastSeenAt",
  k.clock_skew_ms as "clockSkewMs", k.version`;

/** Kiosks in use, of one location or of all, by name; 500 at most. */
export async function listKioskRows(tx: Tx, orgId: string, locationId: string | null): Promise<KioskRow[]> {
  const { rows } = await tx.$client.query<KioskRow>({
    name: 'kiosk_list',
    text: `select ${COLUMNS} from time_clock_devices k
           where k.organization_id = $1 and k.revoked_at is null and ($2::uuid is null or k.location_id = $2)
           order by lower(k.name), k.id limit 500`,
    values: [orgId, locationId],
  });
  return rows;
}

/** A kiosk that is not revoked, locked until the transaction ends. */
export async function lockKiosk(tx: Tx, orgId: string, id: string): Promise<KioskRow | undefined> {
  const { rows } = await tx.$client.query<KioskRow>({
    name: 'kiosk_lock',
    text: `select ${COLUMNS} from time_clock_devices k
           where k.organization_id = $1 and k.id = $2 and k.revoked_at is null for update`,
    values: [orgId, id],
  });
  return rows[0];
}

export type NewKiosk = Pick<
  KioskRow,
  'id' | 'locationId' | 'departmentIds' | 'name' | 'identification' | 'photo' | 'unscheduled'
> & { codeHash: string; codeExpiresAt: string };

export async function insertKiosk(tx: Tx, orgId: string, kiosk: NewKiosk): Promise<KioskRow> {
  const { rows } = await tx.$client.query<KioskRow>({
    name: 'kiosk_insert',
    text: `insert into time_clock_devices as k (organization_id, id, location_id, department_ids, name, identification, photo, unscheduled,
             code_hash, code_expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${COLUMNS}`,
    values: [
      orgId,
      kiosk.id,
      kiosk.locationId,
      kiosk.departmentIds,
      kiosk.name,
      kiosk.identification,
      kiosk.photo,
      kiosk.unscheduled,
      kiosk.codeHash,
      kiosk.codeExpiresAt,
    ],
  });
  return rows[0] as KioskRow;
}

export type KioskChange = Pick<
  KioskRow,
  'departmentIds' | 'name' | 'identification' | 'photo' | 'unscheduled'
>;

/** Writes the profile of a kiosk that the caller holds locked. */
export async function updateKioskRow(
  tx: Tx,
  orgId: string,
  id: string,
  change: KioskChange,
): Promise<KioskRow> {
  const { rows } = await tx.$client.query<KioskRow>({
    name: 'kiosk_update',
    text: `update time_clock_devices k set department_ids = $3, name = $4, identification = $5, photo = $6, unscheduled = $7,
             version = version + 1 where k.organization_id = $1 and k.id = $2 returning ${COLUMNS}`,
    values: [
      orgId,
      id,
      change.departmentIds,
      change.name,
      change.identification,
      change.photo,
      change.unscheduled,
    ],
  });
  return rows[0] as KioskRow;
}

/** A new one-time code takes the place of an earlier one. */
export async function setKioskCode(
  tx: Tx,
  orgId: string,
  id: string,
  codeHash: string,
  expiresAt: string,
): Promise<KioskRow> {
  const { rows } = await tx.$client.query<KioskRow>({
    name: 'kiosk_set_code',
    text: `update time_clock_devices k set code_hash = $3, code_expires_at = $4, version = version + 1
           where k.organization_id = $1 and k.id = $2 returning ${COLUMNS}`,
    values: [orgId, id, codeHash, expiresAt],
  });
  return rows[0] as KioskRow;
}

/** Revoked for good: token and code are gone with it. */
export async function revokeKioskRow(tx: Tx, orgId: string, id: string, at: string): Promise<number> {
  const { rows } = await tx.$client.query<{ version: number }>({
    name: 'kiosk_revoke',
    text: `update time_clock_devices set revoked_at = $3, token_hash = null, previous_token_hash = null, code_hash = null,
             code_expires_at = null, version = version + 1 where organization_id = $1 and id = $2 returning version`,
    values: [orgId, id, at],
  });
  return rows[0]?.version ?? 0;
}

/** Whose code it is: the one search across organisations. Needs the auth role's pool. */
export async function findKioskByCode(
  authPool: pg.Pool,
  codeHash: string,
): Promise<{ organizationId: string; id: string } | undefined> {
  const { rows } = await authPool.query<{ organizationId: string; id: string }>({
    name: 'kiosk_by_code',
    text: 'select organization_id as "organizationId", id from time_clock_devices where code_hash = $1',
    values: [codeHash],
  });
  return rows[0];
}

/** Takes the code for a token, once: false when the code is used, over or another's. An earlier tablet's token ends. */
export async function useKioskCode(
  tx: Tx,
  orgId: string,
  id: string,
  given: { codeHash: string; tokenHash: string; now: string },
): Promise<{ locationId: string; version: number } | undefined> {
  const { rows } = await tx.$client.query<{ locationId: string; version: number }>({
    name: 'kiosk_use_code',
    text: `update time_clock_devices set code_hash = null, code_expires_at = null, token_hash = $4, previous_token_hash = null,
             token_issued_at = $5, enrolled_at = $5, last_seen_at = $5, clock_skew_ms = null, version = version + 1
           where organization_id = $1 and id = $2 and code_hash = $3 and code_expires_at > $5 and revoked_at is null
           returning location_id as "locationId", version`,
    values: [orgId, id, given.codeHash, given.tokenHash, given.now],
  });
  return rows[0];
}

export type KioskKeyRow = Pick<
  KioskRow,
  'locationId' | 'departmentIds' | 'identification' | 'unscheduled'
> & {
  tokenHash: string | null;
  previousTokenHash: string | null;
};

/** What deciding about a kiosk's token needs (KioskKeyRow). None when it is revoked or its location is out of use. */
export const kioskKeyStatement = (orgId: string, id: string): Statement => ({
  name: 'kiosk_key',
  text: `select k.location_id as "locationId", k.department_ids::text[] as "departmentIds", k.identification, k.unscheduled,
           k.token_hash as "tokenHash", k.previous_token_hash as "previousTokenHash"
         from time_clock_devices k join locations l on l.organization_id = k.organization_id and l.id = k.location_id
         where k.organization_id = $1 and k.id = $2 and k.revoked_at is null and l.archived_at is null`,
  values: [orgId, id],
});

/** The new token has been used: the one before it ends. */
export async function dropPreviousToken(tx: Tx, orgId: string, id: string, tokenHash: string): Promise<void> {
  await tx.$client.query({
    name: 'kiosk_drop_previous',
    text: 'update time_clock_devices set previous_token_hash = null where organization_id = $1 and id = $2 and token_hash = $3',
    values: [orgId, id, tokenHash],
  });
}

/** A new token beside the one in use. */
export async function setKioskToken(
  tx: Tx,
  orgId: string,
  id: string,
  given: { tokenHash: string; usedHash: string; now: string },
): Promise<void> {
  await tx.$client.query({
    name: 'kiosk_set_token',
    text: `update time_clock_devices set previous_token_hash = $4, token_hash = $3, token_issued_at = $5
           where organization_id = $1 and id = $2 and revoked_at is null and $4 in (token_hash, previous_token_hash)`,
    values: [orgId, id, given.tokenHash, given.usedHash, given.now],
  });
}

/** Notes that the tablet is there and how its clock goes. Gives when its token was made. */
export async function noteKioskSeen(
  tx: Tx,
  orgId: string,
  id: string,
  seen: { now: string; clockSkewMs: number },
): Promise<string | undefined> {
  const { rows } = await tx.$client.query<{ tokenIssuedAt: string }>({
    name: 'kiosk_seen',
    text: `update time_clock_devices set last_seen_at = $3, clock_skew_ms = $4
           where organization_id = $1 and id = $2 returning token_issued_at as "tokenIssuedAt"`,
    values: [orgId, id, seen.now, seen.clockSkewMs],
  });
  return rows[0]?.tokenIssuedAt;
}

export type KioskScreenRow = {
  name: string;
  photo: KioskRow['photo'];
  organizationName: string;
  locale: string;
  locationName: string;
  zone: string;
};

/** What a tablet shows of itself and its place (KioskScreenRow). */
export const kioskScreenStatement = (orgId: string, id: string): Statement => ({
  name: 'kiosk_screen',
  text: `select k.name, k.photo, o.name as "organizationName", o.locale, l.name as "locationName", l.zone
         from time_clock_devices k join locations l on l.organization_id = k.organization_id and l.id = k.location_id
         join organizations o on o.id = k.organization_id
         where k.organization_id = $1 and k.id = $2 and k.revoked_at is null`,
  values: [orgId, id],
});
