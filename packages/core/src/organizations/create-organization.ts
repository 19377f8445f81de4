import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { AppError } from '@vaktplan/contracts/errors';
import type { CreateOrganization, OrganizationView } from '@vaktplan/contracts/http/organizations';
import type { Tx } from '@vaktplan/db/database';
import { insertDepartment } from '@vaktplan/db/queries/departments';
import { insertEmployee } from '@vaktplan/db/queries/employee-writes';
import { findFirstAnswer, storeFirstAnswer } from '@vaktplan/db/queries/idempotency-keys';
import { insertLocation } from '@vaktplan/db/queries/locations';
import { insertMembership } from '@vaktplan/db/queries/memberships';
import { insertOrganization } from '@vaktplan/db/queries/organizations';
import { appendEvent } from '../context/append-event.ts';
import type { Ctx, Idempotency } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertZone } from '../time/local-time.rules.ts';
import { presentOrganization } from './organization.presenter.ts';

/** A signed-in person who need not belong to any organisation yet. */
export type SignedInUser = Pick<Ctx, 'db' | 'now' | 'log' | 'nudge' | 'correlationId' | 'idempotency'> & {
  userId: string;
  userName: string;
  email: string;
};

const IDS_FROM_KEYS = '5b0f2a0e-6a0d-4b7f-9a54-5e7f0c3c8b1d';

/**
 * Sign-up: makes the organisation, its first location with the department Team, and the user its owner and first
 * employee. A repeated Idempotency-Key gives the first answer again. Throws `unknown_zone`, `idempotency_key_reused`.
 */
export async function createOrganization(
  user: SignedInUser,
  input: CreateOrganization,
): Promise<OrganizationView> {
  assertZone(input.zone);
  // the key names the organisation, since keys are stored inside one that is not there yet
  const orgId = user.idempotency ? uuidv5(`${user.userId}:${user.idempotency.key}`, IDS_FROM_KEYS) : uuidv7();
  const employeeId = uuidv7();
  const ctx: Ctx = {
    db: user.db,
    orgId,
    actor: {
      kind: 'user',
      userId: user.userId,
      employeeId,
      grants: [{ role: 'owner', locationId: null, departmentId: null }],
    },
    now: user.now,
    log: user.log,
    correlationId: user.correlationId,
    nudge: user.nudge,
  };
  return transact(ctx, 'organizations.create', async (tx) => {
    const { locationName, ...values } = input;
    const row = await insertOrganization(tx, orgId, values);
    if (!row) return firstAnswer(tx, orgId, user.userId, user.idempotency);
    const location = await insertLocation(tx, orgId, { name: locationName, zone: input.zone });
    const department = await insertDepartment(tx, orgId, { locationId: location.id, name: 'Team' });
    await insertMembership(tx, orgId, user.userId, { role: 'owner' });
    await insertEmployee(tx, orgId, {
      id: employeeId,
      userId: user.userId,
      name: user.userName,
      email: user.email,
      departmentIds: [department.id],
    });
    await appendEvent(
      tx,
      ctx,
      'organization.created',
      { type: 'organization', id: orgId, version: row.version },
      { organizationId: orgId },
    );
    const view = presentOrganization(ctx.actor, row);
    if (user.idempotency) await storeFirstAnswer(tx, orgId, user.userId, user.idempotency, view);
    return view;
  });
}

async function firstAnswer(
  tx: Tx,
  orgId: string,
  userId: string,
  asked: Idempotency | undefined,
): Promise<OrganizationView> {
  const first = asked && (await findFirstAnswer<OrganizationView>(tx, orgId, userId, asked));
  if (!first || first.bodyHash !== asked.bodyHash) throw new AppError('idempotency_key_reused');
  return first.response;
}
