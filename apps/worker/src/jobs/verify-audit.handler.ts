import { verifyEvents } from '@vaktplan/core/audit/verify-events';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';

/** Fails when a row is not what it was, so that the failed job names it to whoever looks. */
export const verifyAuditHandler: Handler<'verify-audit'> = async ({ organizationId }, { log }, tools) => {
  const result = await verifyEvents(systemCtx(tools, organizationId, 'verify-audit', log), tools.auditSecret);
  if (!result.finding) return result;
  log.error({ organizationId, ...result }, 'the audit trail was tampered with');
  const { reason, seq, eventId } = result.finding;
  throw new Error(`the audit trail is broken: ${reason}, link ${seq ?? '-'}, event ${eventId ?? '-'}`);
};
