import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import type { InvitationView } from '@vaktplan/contracts/http/employees';
import type { Database } from '@vaktplan/db/database';
import { findEmployee } from '@vaktplan/db/queries/employees';
import { findInvitationByToken, type InvitationRow } from '@vaktplan/db/queries/invitations';
import { findOrganization } from '@vaktplan/db/queries/organizations';
import type { Ctx } from '../context/ctx.ts';
import { invitationTokenHash } from './invitation-token.ts';

/** What the page behind the link needs: nobody is signed in, so the token is looked up with the auth role's pool. */
export type InvitationDesk = Pick<Ctx, 'db' | 'now' | 'log' | 'nudge' | 'correlationId'> & {
  authPool: Database['pool'];
};

/** Throws `invitation_invalid` for an unknown, used, withdrawn or expired token. */
export async function getInvitation(desk: InvitationDesk, token: string): Promise<InvitationView> {
  const invitation = await findOpenInvitation(desk, token);
  const now = desk.now().toString();
  const [organization, employee] = await desk.db.transaction(invitation.organizationId, (tx) =>
    Promise.all([
      findOrganization(tx, invitation.organizationId),
      findEmployee(tx, invitation.organizationId, invitation.employeeId, now),
    ]),
  );
  if (!organization || !employee || employee.status === 'deactivated')
    throw new AppError('invitation_invalid');
  return {
    organizationName: organization.name,
    name: employee.name,
    email: invitation.email,
    expiresAt: invitation.expiresAt,
  };
}

/** The invitation of a token. Throws `invitation_invalid` unless it can still be accepted. */
export async function findOpenInvitation(desk: InvitationDesk, token: string): Promise<InvitationRow> {
  const invitation = await findInvitationByToken(desk.authPool, invitationTokenHash(token));
  if (!invitation) throw new AppError('invitation_invalid');
  assertOpen(invitation, desk.now());
  return invitation;
}

type Openness = Pick<InvitationRow, 'acceptedAt' | 'expiresAt'>;

/** Can it still be accepted? Not once it is accepted, withdrawn or past its last moment. */
export const isOpen = ({ acceptedAt, expiresAt }: Openness, now: Temporal.Instant): boolean =>
  acceptedAt === null && Temporal.Instant.compare(now, Temporal.Instant.from(expiresAt)) < 0;

/** Throws `invitation_invalid` unless it can still be accepted. */
export function assertOpen(invitation: Openness, now: Temporal.Instant): void {
  if (!isOpen(invitation, now)) throw new AppError('invitation_invalid');
}
