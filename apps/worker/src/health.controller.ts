import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import { createHealth, type Health } from '@vaktplan/platform/health';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from './services.ts';

export const SERVICES = Symbol('services');

/** For the platform: does the process hang, can it work, and what does it do? */
@Controller()
export class HealthController {
  private readonly live: () => Promise<Health>;
  private readonly ready: () => Promise<Health>;
  private readonly metrics: Services['metrics'];

  constructor(@Inject(SERVICES) { live, ready, metrics, log }: Services) {
    this.live = createHealth({ checks: live, timeoutMs: 3_000, log });
    this.ready = createHealth({ checks: ready, log });
    this.metrics = metrics;
  }

  @Get('health/live')
  isLive(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    return answer(this.live, reply);
  }

  @Get(['health', 'health/ready'])
  isReady(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    return answer(this.ready, reply);
  }

  @Get('metrics')
  async readMetrics(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    // for a Prometheus on the private network: what comes through a proxy comes from outside
    if ('x-forwarded-for' in request.headers || 'forwarded' in request.headers) throw new NotFoundException();
    void reply.header('content-type', this.metrics.contentType);
    return this.metrics.text();
  }
}

const answer = async (check: () => Promise<Health>, reply: FastifyReply): Promise<Health> => {
  const health = await check();
  void reply.code(health.status === 'ok' ? 200 : 503).header('cache-control', 'no-store');
  return health;
};
