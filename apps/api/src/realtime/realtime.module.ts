import type { Server } from 'node:http';
import { Inject, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { SERVICES, type Services } from '../services.ts';
import type { RealtimeServer } from './socket-server.ts';
import { type Realtime, startRealtime } from './start-realtime.ts';

/** Starts and ends the sockets with the application. */
@Module({})
export class RealtimeModule implements OnApplicationBootstrap, OnModuleDestroy {
  private running: Realtime | undefined;

  constructor(
    @Inject(SERVICES) private readonly services: Services,
    private readonly host: HttpAdapterHost,
  ) {}

  get server(): RealtimeServer {
    if (!this.running) throw new Error('the application has not started');
    return this.running.io;
  }

  onApplicationBootstrap(): void {
    const http: Server = this.host.httpAdapter.getHttpServer();
    this.running = startRealtime(http, this.services);
  }

  async onModuleDestroy(): Promise<void> {
    await this.running?.close();
  }
}
