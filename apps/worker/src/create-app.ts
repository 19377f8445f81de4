import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { mountBoard } from './board/mount-board.ts';
import { HealthController, SERVICES } from './health.controller.ts';
import type { Services } from './services.ts';

class WorkerModule {}

/** The worker's small HTTP side: health, metrics and the board of queues. */
export async function createApp(services: Services): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    {
      module: WorkerModule,
      controllers: [HealthController],
      providers: [{ provide: SERVICES, useValue: services }],
    },
    // a probe that still waits must not hold up the shutdown
    new FastifyAdapter({ forceCloseConnections: true }),
    { logger: ['error', 'warn'] },
  );
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  if (services.board) await mountBoard(fastify, services.board);
  return app;
}
