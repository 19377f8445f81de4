import type { JobName, JobPayload } from '@vaktplan/contracts/jobs';
import type { Logger } from '@vaktplan/platform/logger';
import type { Carried } from '../relay/event-spans.ts';
import type { Tools } from '../tools.ts';

/** One run of a job. */
export type Run = {
  /** an earlier run of this very job began and did not end well: failed, or its worker died */
  again: boolean;
  log: Logger;
  /** for the jobs that this one adds: they belong to the same change */
  carried: Carried;
};

/** Does what the job asks for. It may run twice for one job, and must act once. */
export type Handler<N extends JobName> = (payload: JobPayload<N>, run: Run, tools: Tools) => Promise<unknown>;

export type Handlers = { [N in JobName]: Handler<N> };
