import { AppError } from '@vaktplan/contracts/errors';
import { MeView } from '@vaktplan/contracts/http/me';
import { permissionsOf } from '@vaktplan/contracts/permissions';
import { shellStatements } from '@vaktplan/db/queries/actors';
import type { Ctx } from '../context/ctx.ts';

/** The person's account and organisations, which only the sign-in side may read. */
export type Account = {
  id: string;
  name: string;
  email: string;
  organizations: { id: string; name: string }[];
};

const Organization = MeView.shape.organization;
const Locations = MeView.shape.locations;

/** Who is signed in, where, and what they may do; for the shell of web and mobile. */
export async function getMe(
  ctx: Ctx,
  findAccount: (userId: string) => Promise<Account | undefined>,
  developer: boolean,
): Promise<MeView> {
  if (ctx.actor.kind !== 'user') throw new AppError('forbidden');
  const { userId, employeeId, grants } = ctx.actor;
  const [account, [organizations, locations]] = await Promise.all([
    findAccount(userId),
    ctx.db.read(ctx.orgId, shellStatements(ctx.orgId)),
  ]);
  if (!account) throw new AppError('unauthenticated');
  const permissions = permissionsOf(grants);
  return {
    user: { id: account.id, name: account.name, email: account.email },
    organization: Organization.parse(organizations?.[0]),
    employeeId,
    grants: [...grants],
    permissions,
    locations: Locations.parse(locations),
    organizations: account.organizations,
    developer: developer && permissions.includes('developer:read'),
  };
}
