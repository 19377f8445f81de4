import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.ts';
import { mountAuth } from './auth/mount-auth.ts';
import { ContractInterceptor } from './http/contract.interceptor.ts';
import { createFastifyAdapter } from './http/fastify.ts';
import { NestLog } from './http/nest-log.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { createValidationPipe } from './http/validation.pipe.ts';
import { serveDocs } from './openapi.ts';
import type { Services } from './services.ts';

export type AppOptions = {
  /** Answers that break their contract become errors. For tests. */
  strictAnswers?: boolean;
};

/** The whole application on these services, not listening yet. */
export async function createApp(
  services: Services,
  options: AppOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = await createFastifyAdapter(services);
  if (services.auth) mountAuth(adapter.getInstance<FastifyInstance>(), services, services.auth);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(services), adapter, {
    logger: new NestLog(services.log),
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health', 'health/*path', 'metrics', 'internal/*path'] });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(createValidationPipe());
  if (options.strictAnswers) app.useGlobalInterceptors(new ContractInterceptor());
  serveDocs(app);
  return app;
}
