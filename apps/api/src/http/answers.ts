import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiDefaultResponse, ApiHeader, ApiResponse } from '@nestjs/swagger';
import { Problem } from '@vaktplan/contracts/problem';
import type * as z from 'zod';

export const ANSWER_SCHEMA = 'vaktplan:answer';

/** What a route answers: documented, and held to its contract in tests. Without a schema it answers 204. */
export const Answers = (schema?: z.ZodType, status = schema ? 200 : 204) =>
  applyDecorators(
    HttpCode(status),
    SetMetadata(ANSWER_SCHEMA, schema),
    ApiResponse({
      status,
      description: schema ? 'Done' : 'Done, nothing to say',
      ...(schema && { standardSchema: schema }),
    }),
    ApiDefaultResponse({ description: 'What went wrong', standardSchema: Problem }),
  );

/** Documents that a POST may be repeated safely with the same key. */
export const Repeatable = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'the same key gives the first answer again',
  });
