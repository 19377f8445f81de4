import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { HealthController, SERVICES } from './health.controller.ts';
import type { Services } from './services.ts';

class WorkerModule {}

/** The worker's small HTTP side: health and metrics. */
export const createApp = (services: Services): Promise<NestFastifyApplication> =>
  NestFactory.create<NestFastifyApplication>(
    {
      module: WorkerModule,
      controllers: [HealthController],
      providers: [{ provide: SERVICES, useValue: services }],
    },
    // a probe that still waits must not hold up the shutdown
    new FastifyAdapter({ forceCloseConnections: true }),
    { logger: ['error', 'warn'] },
  );
