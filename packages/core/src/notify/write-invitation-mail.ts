import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import { lockInvitation } from '@vaktplan/db/queries/invitations';
import { findOrganization } from '@vaktplan/db/queries/organizations';
import { listRecipients } from '@vaktplan/db/queries/recipients';
import type { Ctx } from '../context/ctx.ts';
import { isOpen } from '../employees/get-invitation.ts';
import { invitationToken } from '../employees/invitation-token.ts';
import { localDateOf } from '../time/local-time.rules.ts';
import { invitationMail } from './invitation-mail.ts';
import type { Mail } from './mail-page.ts';

/**
 * The mail with the link of an invitation; null when it has been used, withdrawn or has expired meanwhile.
 * `secret` is the one that the invitation was made with. Errors: not_found.
 */
export const writeInvitationMail = (
  ctx: Ctx,
  asked: { employeeId: string; invitationId: string },
  { webUrl, secret }: { webUrl: string; secret: string },
): Promise<Mail | null> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    const invitation = await lockInvitation(tx, ctx.orgId, asked.invitationId);
    const organization = await findOrganization(tx, ctx.orgId);
    if (!invitation || !organization) throw new AppError('not_found');
    const [person] = await listRecipients(tx, ctx.orgId, [asked.employeeId]);
    if (!person || !isOpen(invitation, ctx.now())) return null;
    return invitationMail({
      to: { address: invitation.email, name: person.name },
      organization,
      lastDay: localDateOf(Temporal.Instant.from(invitation.expiresAt), organization.zone),
      url: `${webUrl}/invite/${invitationToken(secret, asked.invitationId)}`,
    });
  });
