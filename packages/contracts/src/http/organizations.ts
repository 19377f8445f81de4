import * as z from 'zod';
import { Color, Currency, Id, Instant, LocalDate, Name, Version, Zone, listOf } from '../primitives.ts';

/** Makes the organisation, its first location with one department, and the signed-in user its owner. */
export const CreateOrganizationSchema = z
  .strictObject({
    name: Name,
    zone: Zone,
    currency: Currency,
    locale: z.string().min(2).max(35).optional(),
    locationName: Name,
  })
  .meta({ id: 'CreateOrganization' });
export type CreateOrganization = z.infer<typeof CreateOrganizationSchema>;

export const UpdateOrganizationSchema = z
  .strictObject({
    name: Name.optional(),
    zone: Zone.optional(),
    currency: Currency.optional(),
    locale: z.string().min(2).max(35).optional(),
    /** ISO day of the week: 1 Monday to 7 Sunday. */
    weekStart: z.int().min(1).max(7).optional(),
  })
  .meta({ id: 'UpdateOrganization' });
export type UpdateOrganization = z.infer<typeof UpdateOrganizationSchema>;

export const OrganizationView = z
  .object({
    id: Id,
    name: z.string(),
    zone: Zone,
    currency: Currency,
    locale: z.string(),
    weekStart: z.int(),
    createdAt: Instant,
    version: Version,
    abilities: z.object({ update: z.boolean() }),
  })
  .meta({ id: 'Organization' });
export type OrganizationView = z.infer<typeof OrganizationView>;

const Geofence = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  radiusMeters: z.int().min(50).max(5000),
});
const Weekday = z.int().min(1).max(7);
/** A date that is not as its weekday is: closed, or `open` on a weekday that is closed. `name`: why. */
const ClosedDay = z.object({
  date: LocalDate,
  open: z.boolean(),
  name: z.string().trim().max(120).nullable(),
});
const distinct = <T>(values: readonly T[]): boolean => new Set(values).size === values.length;
const EACH_ONCE = { message: 'Each day once' };

/** Days on which nobody is expected. Each list replaces the one that was there; left out: it stays. */
const closing = {
  /** ISO days of the week, 1 Monday to 7 Sunday. */
  closedWeekdays: z.array(Weekday).max(7).refine(distinct, EACH_ONCE).optional(),
  closedDays: z
    .array(ClosedDay.strict())
    .max(400)
    .refine((days) => distinct(days.map(({ date }) => date)), EACH_ONCE)
    .optional(),
};

export const CreateLocationSchema = z
  .strictObject({
    name: Name,
    zone: Zone,
    address: z.string().trim().max(300).nullish(),
    geofence: Geofence.strict().nullish(),
    ...closing,
  })
  .meta({ id: 'CreateLocation' });
export type CreateLocation = z.infer<typeof CreateLocationSchema>;
export const UpdateLocationSchema = CreateLocationSchema.partial().meta({ id: 'UpdateLocation' });
export type UpdateLocation = z.infer<typeof UpdateLocationSchema>;
export const LocationView = z
  .object({
    id: Id,
    name: z.string(),
    zone: Zone,
    address: z.string().nullable(),
    geofence: Geofence.nullable(),
    closedWeekdays: z.array(Weekday),
    /** By date. */
    closedDays: z.array(ClosedDay),
    version: Version,
    abilities: z.object({ update: z.boolean() }),
  })
  .meta({ id: 'Location' });
export type LocationView = z.infer<typeof LocationView>;
export const LocationList = listOf(LocationView).meta({ id: 'LocationList' });

export const CreateDepartmentSchema = z
  .strictObject({ locationId: Id, name: Name, costCentre: z.string().trim().max(40).nullish() })
  .meta({ id: 'CreateDepartment' });
export type CreateDepartment = z.infer<typeof CreateDepartmentSchema>;
export const UpdateDepartmentSchema = CreateDepartmentSchema.omit({ locationId: true })
  .partial()
  .meta({ id: 'UpdateDepartment' });
export type UpdateDepartment = z.infer<typeof UpdateDepartmentSchema>;
export const DepartmentView = z
  .object({
    id: Id,
    locationId: Id,
    name: z.string(),
    costCentre: z.string().nullable(),
    version: Version,
    abilities: z.object({ update: z.boolean() }),
  })
  .meta({ id: 'Department' });
export type DepartmentView = z.infer<typeof DepartmentView>;
export const DepartmentList = listOf(DepartmentView).meta({ id: 'DepartmentList' });

/** A position of one department, or of the whole organisation when departmentId is null. */
export const CreatePositionSchema = z
  .strictObject({ departmentId: Id.nullish(), name: Name, color: Color })
  .meta({ id: 'CreatePosition' });
export type CreatePosition = z.infer<typeof CreatePositionSchema>;
export const UpdatePositionSchema = CreatePositionSchema.omit({ departmentId: true })
  .partial()
  .meta({ id: 'UpdatePosition' });
export type UpdatePosition = z.infer<typeof UpdatePositionSchema>;
export const PositionView = z
  .object({
    id: Id,
    departmentId: Id.nullable(),
    name: z.string(),
    color: Color,
    version: Version,
    abilities: z.object({ update: z.boolean() }),
  })
  .meta({ id: 'Position' });
export type PositionView = z.infer<typeof PositionView>;
export const PositionList = listOf(PositionView).meta({ id: 'PositionList' });

export const CreateSkillSchema = z.strictObject({ name: Name }).meta({ id: 'CreateSkill' });
export type CreateSkill = z.infer<typeof CreateSkillSchema>;
export const UpdateSkillSchema = CreateSkillSchema.partial().meta({ id: 'UpdateSkill' });
export type UpdateSkill = z.infer<typeof UpdateSkillSchema>;
export const SkillView = z
  .object({ id: Id, name: z.string(), version: Version, abilities: z.object({ update: z.boolean() }) })
  .meta({ id: 'Skill' });
export type SkillView = z.infer<typeof SkillView>;
export const SkillList = listOf(SkillView).meta({ id: 'SkillList' });
