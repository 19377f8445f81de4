import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readServiceToken } from '../auth/service-token.ts';
import { Public } from '../http/access.ts';
import { isSecret } from '../http/origin-secret.ts';
import { SERVICES, type Services } from '../services.ts';

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;

/** For Prometheus: on this machine as it is, from elsewhere with its token or a service's. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Public()
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { env } = this.services;
    const { authorization = '' } = request.headers;
    const isPrometheus =
      env.METRICS_TOKEN !== undefined && isSecret(authorization, `Bearer ${env.METRICS_TOKEN}`);
    if (!LOOPBACK.test(request.ip) && !isPrometheus) {
      await readServiceToken(env, authorization, 'read:metrics');
    }
    void reply.header('content-type', this.services.metrics.contentType);
    return this.services.metrics.text();
  }
}
