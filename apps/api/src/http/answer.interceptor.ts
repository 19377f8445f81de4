import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type * as z from 'zod';
import { ANSWER_SCHEMA } from './answers.ts';

const versionIn = (body: unknown): number | undefined => {
  const version = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined;
  return typeof version === 'number' ? version : undefined;
};

/** Sets the ETag of a versioned view. With `strict` (tests), an answer that is not what its contract says is an error. */
export class AnswerInterceptor implements NestInterceptor {
  private readonly reflector = new Reflector();
  private readonly strict: boolean;
  constructor(strict: boolean) {
    this.strict = strict;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        const version = versionIn(body);
        if (version !== undefined) void reply.header('etag', `"${version}"`);
        if (this.strict) this.check(context, body);
        return body;
      }),
    );
  }

  private check(context: ExecutionContext, body: unknown): void {
    const schema = this.reflector.get<z.ZodType | undefined>(ANSWER_SCHEMA, context.getHandler());
    if (!schema || typeof body === 'string') return;
    const sent: unknown = JSON.parse(JSON.stringify(body));
    const parsed = schema.safeParse(sent);
    if (!parsed.success) throw new Error(`the answer breaks its contract: ${parsed.error.message}`);
    // a field the contract does not know has been dropped by the parse: it must not have been there
    if (JSON.stringify(sent).length !== JSON.stringify(parsed.data).length) {
      throw new Error(`the answer holds more than its contract: ${JSON.stringify(sent).slice(0, 500)}`);
    }
  }
}
