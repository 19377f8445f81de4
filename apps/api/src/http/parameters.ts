import { createParamDecorator, type ExecutionContext, type ParamDecoratorEnhancer } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { AppError } from '@vaktplan/contracts/errors';
import type { Ctx } from '@vaktplan/core/context/ctx';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/identify.ts';

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest();

/** The context of a `@Can` route, to be handed to the verb. */
export const Context = createParamDecorator((_: unknown, context: ExecutionContext): Ctx => {
  const { ctx } = requestOf(context);
  if (!ctx) throw new Error('@Context is for routes with @Can');
  return ctx;
});

/** Who calls a `@SignedIn` route. */
export const SignedInCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = requestOf(context);
  if (!caller) throw new Error('@SignedInCaller is for routes with @SignedIn');
  return caller;
});

const VERSION = /^(?:W\/)?"?(\d{1,9})"?$/;

/** The version the caller saw, from If-Match; undefined without one. @throws AppError validation_failed */
export function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined;
  const version = VERSION.exec(ifMatch.trim())?.[1];
  if (version !== undefined) return Number(version);
  throw new AppError('validation_failed', {
    errors: [{ path: 'If-Match', message: 'The version you saw, as in the ETag: "3"' }],
  });
}

const documentIfMatch: ParamDecoratorEnhancer = (target, name) => {
  if (name === undefined) return;
  const descriptor = Object.getOwnPropertyDescriptor(target, name);
  if (descriptor) ApiHeader({ name: 'If-Match', description: 'the ETag you saw' })(target, name, descriptor);
};

export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | undefined =>
    versionOf(requestOf(context).headers['if-match']),
  [documentIfMatch],
);
