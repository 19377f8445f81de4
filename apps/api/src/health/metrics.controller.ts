import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readServiceToken } from '../auth/service-token.ts';
import { Public } from '../http/access.ts';
import { SERVICES, type Services } from '../services.ts';

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;

/** For Prometheus: on this machine as it is, from elsewhere with a service token. */
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
    if (!LOOPBACK.test(request.ip)) {
      await readServiceToken(this.services.env, request.headers.authorization, 'read:metrics');
    }
    void reply.header('content-type', this.services.metrics.contentType);
    return this.services.metrics.text();
  }
}
