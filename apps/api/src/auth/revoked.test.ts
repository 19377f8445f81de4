import type { UserActor } from '@vaktplan/core/context/ctx';
import { describe, expect } from 'vitest';
import type { Signed, TestApp } from '../testing/create-test-app.ts';
import { pairTest } from '../testing/app-pair.ts';
import { inAuth } from '../testing/sign-in.ts';
