import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import type * as z from 'zod';
import { ANSWER_SCHEMA } from './answers.ts';

/** For tests: an answer that is not what its contract says, or holds more, is an error. */
export class ContractInterceptor implements NestInterceptor {
  private readonly reflector = new Reflector();

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const schema = this.reflector.get<z.ZodType | undefined>(ANSWER_SCHEMA, context.getHandler());
    return schema ? next.handle().pipe(map((body: unknown) => this.check(schema, body))) : next.handle();
  }

  private check(schema: z.ZodType, body: unknown): unknown {
    // some hot routes build their JSON themselves
    const sent: unknown = JSON.parse(typeof body === 'string' ? body : JSON.stringify(body));
    const parsed = schema.safeParse(sent);
    if (!parsed.success) throw new Error(`the answer breaks its contract: ${parsed.error.message}`);
    // a field the contract does not know has been dropped by the parse: it must not have been there
    if (JSON.stringify(sent).length !== JSON.stringify(parsed.data).length) {
      throw new Error(`the answer holds more than its contract: ${JSON.stringify(sent).slice(0, 500)}`);
    }
    return body;
  }
}
