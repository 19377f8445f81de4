import type { ChosenMail } from '@vaktplan/adapters/mail/choose-mail';
import type { MailAddress } from '@vaktplan/adapters/mail/mail-message';
import type { PushTransport } from '@vaktplan/adapters/push/push-message';
import type { ObjectStore } from '@vaktplan/adapters/object-store/object-store';
import type { Ctx } from '@vaktplan/core/context/ctx';
import type { Retention } from '@vaktplan/core/housekeeping/retention';
import type { Database } from '@vaktplan/db/database';
import type { Logger } from '@vaktplan/platform/logger';
import type { Tracing } from '@vaktplan/platform/tracing';
import type { Pool } from 'pg';
import type { Queues } from './queues.ts';

/** What the handlers of jobs work with. */
export type Tools = {
  db: Database;
  /** connections of the role vaktplan_relay, which sees each organisation's id and zone */
  relayPool: Pool;
  queues: Queues;
  sendMail: ChosenMail['send'];
  mailFrom: MailAddress;
  sendPush: PushTransport;
  /** where people open the web app */
  webUrl: string;
  /** makes the tokens of invitations */
  authSecret: string;
  /** makes the chain over the events; another one finds every chain broken */
  auditSecret: string;
  retention: Retention;
  /** undefined where no object store is set up */
  files: ObjectStore | undefined;
  now: Ctx['now'];
  /** wakes the relay */
  nudge: () => void;
  /** undefined where no collector of traces is set */
  tracing?: Tracing | undefined;
};

/** The product itself at work inside one organisation, on behalf of a job. */
export const systemCtx = (tools: Tools, organizationId: string, job: string, log: Logger): Ctx => ({
  db: tools.db,
  orgId: organizationId,
  actor: { kind: 'system', name: job },
  now: tools.now,
  log,
  nudge: tools.nudge,
  ...(tools.tracing && { traceparent: tools.tracing.active()?.traceparent }),
});
