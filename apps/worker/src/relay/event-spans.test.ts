import { publishSchedule } from '@vaktplan/core/schedules/publish-schedule';
import { createShift } from '@vaktplan/core/shifts/create-shift';
import { startTracing } from '@vaktplan/platform/tracing';
import { startOtlpCollector, type CollectedSpan } from '@vaktplan/testing/otlp-collector';
import { expect } from 'vitest';
import { workerTest } from '../worker.fixture.ts';

const told = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

workerTest(
  'from the event on, dispatch, jobs and what these change stay in the trace of the request',
  async ({ ctx, make, work, outbox, tools, stand }) => {
    const collector = await startOtlpCollector();
    tools.tracing = await startTracing({
      service: 'worker',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_TRACES_SAMPLER_ARG: 1,
      RELEASE: 'test',
    });
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    const employeeId = await make.employee(departmentId, { email: 'ida@example.com' });
    await make.user('employee', { employeeId });
    const day = { startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
    await createShift(ctx, { departmentId, employeeId, ...day });
    work();
    const week = { locationId, startDate: '2025-12-01', endDate: '2025-12-07' };
    const request = { ...ctx, traceparent: told, correlationId: 'request-1' };
    await publishSchedule(request, { ...week, notify: 'affected' });
    await expect.poll(() => outbox.all(), { timeout: 10_000 }).toHaveLength(1);
    await expect.poll(() => stand.queues['email-notifications'].getCompletedCount()).toBe(1);
    const [mail] = await stand.queues['email-notifications'].getCompleted();
    expect(mail?.data).toMatchObject({ correlationId: 'request-1' });
    await tools.tracing?.close();
    await collector.close();

    const spans = collector.spans.filter(({ traceId }) => traceId === told.slice(3, 35));
    const named = (name: string): CollectedSpan | undefined => spans.find((span) => span.name === name);
    const published = named('relay schedule.published');
    expect(published).toMatchObject({ parentId: told.slice(36, 52), kind: 4 });
    const fanOut = named('job notify-publication');
    expect(fanOut).toMatchObject({ parentId: published?.spanId, kind: 5 });
    expect(named('job send-shift-notification')).toMatchObject({ parentId: fanOut?.spanId });
    expect(named('relay notification.created')).toMatchObject({ parentId: fanOut?.spanId });
  },
);
