import { MailRefused } from '@vaktplan/adapters/mail/mail-message';
import { AppError } from '@vaktplan/contracts/errors';
import { JOBS, type JobName, type JobPayload } from '@vaktplan/contracts/jobs';
import type { Logger } from '@vaktplan/platform/logger';
import type { QueueJob } from '@vaktplan/platform/queue';
import { UnrecoverableError } from 'bullmq';
import type { Tools } from '../tools.ts';
import type { Handlers, Run } from './handler.ts';
import { handlers } from './handlers.ts';
import { Carried } from '../relay/event-spans.ts';

/**
 * Does one job of any queue. The payload is parsed again: it may come from another version of the product. A job that
 * can never succeed goes to the failed ones at once, where it can be seen and replayed.
 */
export async function runJob(job: QueueJob<object>, log: Logger, tools: Tools): Promise<unknown> {
  const { name } = job;
  if (!isJobName(name)) throw new UnrecoverableError(`there is no job ${name} here`);
  const parsed = JOBS[name].schema.safeParse(job.data);
  if (!parsed.success) throw new UnrecoverableError(`unreadable payload: ${parsed.error.message}`);
  const traceparent = tools.tracing?.active()?.traceparent;
  const carried = { ...Carried.catch({}).parse(job.data), ...(traceparent && { traceparent }) };
  const run = { again: job.attemptsMade > 0 || job.stalledCounter > 0, log, carried };
  try {
    return await handle(name, parsed.data, run, tools);
  } catch (error) {
    throw isFinal(error) ? unrecoverable(error) : error;
  }
}

const isJobName = (name: string): name is JobName => Object.hasOwn(JOBS, name);

const byName: Handlers = handlers;
const handle = <N extends JobName>(name: N, payload: unknown, run: Run, tools: Tools): Promise<unknown> =>
  byName[name](payload as JobPayload<N>, run, tools);

const isFinal = (error: unknown): error is Error =>
  error instanceof MailRefused || (error instanceof AppError && error.status < 500);

const unrecoverable = (cause: Error): UnrecoverableError =>
  Object.assign(new UnrecoverableError(cause.message), { cause });
