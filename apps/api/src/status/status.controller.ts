import { Body, Controller, Get, Inject, Post, type OnModuleDestroy } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AppError } from '@vaktplan/contracts/errors';
import {
  FailedJobList,
  JobScheduleList,
  QueueBoardView,
  ReplayJobSchema,
  StatusView,
  type ReplayJob,
} from '@vaktplan/contracts/http/status';
import { noteBoard, noteReplay } from '@vaktplan/core/audit/note-operators';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { withDeadline } from '@vaktplan/platform/deadline';
import { failedJobsOf, replayFailedJob } from '@vaktplan/platform/failed-jobs';
import { BOARD_PASS, signPass } from '@vaktplan/platform/pass';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { Context } from '../http/parameters.ts';
import { SERVICES, type Services } from '../services.ts';
import { boardOf } from './operators.ts';
import { readSchedules } from './read-schedules.ts';
import { readStatus } from './read-status.ts';
import { openQueues, type StatusQueues } from './status-queues.ts';

const MOST = 100;
const PATIENCE_MS = 4_000;
const PASS_SECONDS = 30;

/** For who runs the place: how the installation is, and what of one's own organisation failed or is to come. */
@ApiTags('status')
@Controller('status')
export class StatusController implements OnModuleDestroy {
  private opened: StatusQueues | undefined;

  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Can('status:read')
  @Answers(StatusView)
  status(@Context() ctx: Ctx) {
    return readStatus(this.services, this.queues(), boardOf(this.services.env, ctx.orgId) !== undefined);
  }

  @Get('failed-jobs')
  @Can('status:read')
  @Answers(FailedJobList)
  async failedJobs(@Context() ctx: Ctx): Promise<FailedJobList> {
    const found = await this.asked(failedJobsOf(this.queues(), ctx.orgId, MOST + 1));
    const data = found.slice(0, MOST).map(({ queue, job }) => ({
      queue,
      jobId: job.id ?? '',
      job: job.name,
      reason: (job.failedReason ?? '').slice(0, 500),
      attempts: job.attemptsMade,
      failedAt: job.finishedOn ? new Date(job.finishedOn).toISOString() : null,
    }));
    return { data, meta: { count: data.length, more: found.length > MOST } };
  }

  /** One more try. What the job did already it does not do again. */
  @Post('failed-jobs/replay')
  @Can('job:replay')
  @Answers()
  async replay(@Context() ctx: Ctx, @Body({ schema: ReplayJobSchema }) body: ReplayJob): Promise<void> {
    const queues = this.queues();
    const queue = Object.hasOwn(queues, body.queue) ? queues[body.queue as keyof StatusQueues] : undefined;
    const note = (job: string) => noteReplay(ctx, { ...body, job });
    const replayed = queue && (await this.asked(replayFailedJob(queue, body.jobId, ctx.orgId, note)));
    if (!replayed) throw new AppError('not_found');
    ctx.log.info({ ...body }, 'failed job is tried again');
  }

  @Get('schedules')
  @Can('status:read')
  @Answers(JobScheduleList)
  async schedules(@Context() ctx: Ctx): Promise<JobScheduleList> {
    const data = await this.asked(readSchedules(this.services.redis, this.queues(), ctx.orgId));
    return { data, meta: { count: data.length } };
  }

  /** A way into the board of all tenants' queues, for who runs the installation. */
  @Post('board')
  @Can('job:replay')
  @Answers(QueueBoardView)
  async board(@Context() ctx: Ctx): Promise<QueueBoardView> {
    const { env } = this.services;
    const at = boardOf(env, ctx.orgId);
    if (at === undefined) throw new AppError('not_found');
    await noteBoard(ctx);
    ctx.log.info('the board of queues is opened');
    const pass = signPass(env.SERVICE_TOKEN_SECRET, BOARD_PASS, PASS_SECONDS);
    return { url: `${at}/queues/enter?pass=${pass}` };
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(Object.values(this.opened ?? {}).map((queue) => queue.close()));
  }

  private queues(): StatusQueues {
    return (this.opened ??= openQueues(this.services));
  }

  /** What Redis alone can say: not available while it is away. */
  private async asked<T>(work: Promise<T>): Promise<T> {
    try {
      return await withDeadline(work, PATIENCE_MS, 'looking into the queues');
    } catch (cause) {
      throw new AppError('unavailable', { cause });
    }
  }
}
