import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@vaktplan/platform/logger';

/** What Nest itself has to say, as JSON lines like all the rest; its start-up chatter only at debug level. */
export class NestLog implements LoggerService {
  private readonly target: Logger;
  constructor(target: Logger) {
    this.target = target;
  }
  log(message: unknown, ...context: unknown[]): void {
    this.target.debug({ context }, String(message));
  }
  warn(message: unknown, ...context: unknown[]): void {
    this.target.warn({ context }, String(message));
  }
  error(message: unknown, ...context: unknown[]): void {
    this.target.error({ context }, String(message));
  }
}
