import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { createSchemaCheck } from '@vaktplan/db/schema-check';
import { createHealth, type Health } from '@vaktplan/platform/health';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.ts';
import { SERVICES, type Services } from '../services.ts';

type Readiness = { status: 'ok' | 'degraded' | 'failing' | 'draining'; checks: Health['checks'] };

/** For the platform: is the process alive, and can it serve? */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  private readonly ready: () => Promise<Health>;

  constructor(@Inject(SERVICES) private readonly services: Services) {
    const { db, redis, log } = services;
    this.ready = createHealth({
      checks: {
        postgres: () => db.ping(),
        schema: createSchemaCheck(db.pool),
        redis: () => redis.ping(),
      },
      log,
    });
  }

  @Get('live')
  @Public()
  live() {
    return { status: 'ok' };
  }

  @Get(['', 'ready'])
  @Public()
  async isReady(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const { checks, status } = await this.ready();
    // without Redis requests are still answered: taking the instance away would turn less into nothing
    const serves = checks['postgres']?.status === 'ok' && checks['schema']?.status === 'ok';
    const { isDraining } = this.services.standing;
    void reply.code(serves && !isDraining ? 200 : 503).header('cache-control', 'no-store');
    if (isDraining) return { status: 'draining', checks };
    return { status: status === 'ok' ? 'ok' : serves ? 'degraded' : 'failing', checks };
  }
}
