// The floor of the HTTP jobs: Fastify and pg as they come, no token, no tenant, no validation, no log.
import fastify from 'fastify';
import pg from 'pg';

const WEEK = `
  select id, schedule_id as "scheduleId", location_id as "locationId", department_id as "departmentId",
    position_id as "positionId", employee_id as "employeeId", starts_at as "startsAt", ends_at as "endsAt", zone,
    local_date as "localDate", notes, version, published_version as "publishedVersion",
    publication_id as "publicationId", deleted_at as "deletedAt"
  from shifts where organization_id = $1 and local_date between $2 and $3 and location_id = $4
  order by local_date, starts_at, id`;

const BREAKS = `
  select shift_id as "shiftId", minutes, paid, starts_at as "startsAt"
  from shift_breaks where organization_id = $1 and shift_id = any($2) order by id`;

const PUNCH = `
  insert into bare_punches (organization_id, id, employee_id, location_id, kind, occurred_at, received_at)
  values ($1, $2, $3, $4, $5, $6, now()) on conflict do nothing`;

const PUBLISH = `
  with snapshots as (
    insert into shift_publications (organization_id, id, publication_id, shift_id, kind, version, schedule_id, location_id,
      department_id, position_id, employee_id, starts_at, ends_at, zone, local_date, notes, breaks, published_at)
    select organization_id, uuidv7(), gen_random_uuid(), id, 'published', version, schedule_id, location_id, department_id,
      position_id, employee_id, starts_at, ends_at, zone, local_date, notes,
      (select coalesce(jsonb_agg(jsonb_build_object('minutes', b.minutes, 'paid', b.paid, 'startsAt', b.starts_at) order by b.id), '[]')
        from shift_breaks b where b.organization_id = s.organization_id and b.shift_id = s.id), now()
    from shifts s where organization_id = $1 and location_id = $2 and local_date between $3 and $4
      and published_version is distinct from version
    returning id, shift_id, version
  )
  update shifts s set publication_id = p.id, published_version = p.version
  from snapshots p where s.organization_id = $1 and s.id = p.shift_id`;

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL),
});
await pool.query(`create table if not exists bare_punches (organization_id uuid, id uuid, employee_id uuid, location_id uuid,
  kind text, occurred_at timestamptz, received_at timestamptz, primary key (organization_id, id))`);

const app = fastify();

type WeekQuery = Record<'organizationId' | 'locationId' | 'startDate' | 'endDate' | 'breaks', string>;
type Row = { id: string; breaks: object[] };
app.get<{ Querystring: WeekQuery }>('/week', async ({ query }, reply) => {
  const values = [query.organizationId, query.startDate, query.endDate, query.locationId];
  const { rows } = await pool.query({ name: 'week', text: WEEK, values });
  if (query.breaks === 'true') await addBreaks(query.organizationId, rows);
  return reply.type('application/json').send(JSON.stringify({ data: rows }));
});

type Punch = { organizationId: string; id: string; employeeId: string; locationId: string; kind: string };
app.post<{ Body: Punch }>('/punch', async ({ body }, reply) => {
  const values = [body.organizationId, body.id, body.employeeId, body.locationId, body.kind, new Date()];
  const { rowCount } = await pool.query({ name: 'punch', text: PUNCH, values });
  return reply.code(201).send({ id: body.id, inserted: rowCount === 1 });
});

type Publish = Record<'organizationId' | 'locationId' | 'startDate' | 'endDate', string>;
app.post<{ Body: Publish }>('/publish', async ({ body }) => {
  const values = [body.organizationId, body.locationId, body.startDate, body.endDate];
  const { rowCount } = await pool.query({ name: 'publish', text: PUBLISH, values });
  return { published: rowCount };
});

async function addBreaks(organizationId: string, rows: Row[]): Promise<void> {
  const values = [organizationId, rows.map((row) => row.id)];
  const breaks = await pool.query({ name: 'breaks', text: BREAKS, values });
  const byId = new Map(rows.map((row) => [row.id, Object.assign(row, { breaks: [] as object[] })]));
  for (const { shiftId, ...pause } of breaks.rows) byId.get(shiftId)?.breaks.push(pause);
}

app.get('/health/ready', () => 'ready');
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
