import * as z from 'zod';
import { CursorQuery, Email, Id, Instant, LocalDate, Minor, Name, Version, pageOf } from '../primitives.ts';
import { Role } from '../permissions.ts';

export const EmployeeStatus = z.enum(['active', 'invited', 'deactivated']);

const contract = z.strictObject({
  from: LocalDate,
  /** First day no longer covered; null: without end. */
  to: LocalDate.nullable(),
  minutesPerWeek: z.int().min(0).max(6000).nullable(),
});
const rate = z.strictObject({ from: LocalDate, hourlyMinor: Minor });

export const CreateEmployeeSchema = z
  .strictObject({
    name: Name,
    email: Email.nullish(),
    phone: z.string().trim().max(40).nullish(),
    number: z.string().trim().min(1).max(40).nullish(),
    departmentIds: z.array(Id).min(1).max(50),
    positionIds: z.array(Id).max(50).optional(),
    contract: contract.optional(),
    rate: rate.optional(),
  })
  .meta({ id: 'CreateEmployee' });
export type CreateEmployee = z.infer<typeof CreateEmployeeSchema>;

/** A new contract or rate begins on its date and ends the one before; the past stays as it was. */
export const UpdateEmployeeSchema = CreateEmployeeSchema.partial().meta({ id: 'UpdateEmployee' });
export type UpdateEmployee = z.infer<typeof UpdateEmployeeSchema>;

export const ListEmployeesQuerySchema = z
  .strictObject({
    ...CursorQuery.shape,
    search: z.string().trim().max(100).optional(),
    locationId: Id.optional(),
    departmentId: Id.optional(),
    status: EmployeeStatus.optional(),
  })
  .meta({ id: 'ListEmployeesQuery' });
export type ListEmployeesQuery = z.infer<typeof ListEmployeesQuerySchema>;

export const EmployeeView = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    number: z.string().nullable(),
    status: EmployeeStatus,
    departmentIds: z.array(Id),
    positionIds: z.array(Id),
    contract: z
      .object({ from: LocalDate, to: LocalDate.nullable(), minutesPerWeek: z.int().nullable() })
      .nullable(),
    /** The rate in force today; null when there is none or the actor may not see pay. */
    hourlyMinor: Minor.nullable(),
    invitedAt: Instant.nullable(),
    version: Version,
    abilities: z.object({ update: z.boolean(), invite: z.boolean(), deactivate: z.boolean() }),
  })
  .meta({ id: 'Employee' });
export type EmployeeView = z.infer<typeof EmployeeView>;
export const EmployeePage = pageOf(EmployeeView).meta({ id: 'EmployeePage' });
export type EmployeePage = z.infer<typeof EmployeePage>;

export const InviteEmployeeSchema = z
  .strictObject({ role: Role.optional(), locationId: Id.nullish(), departmentId: Id.nullish() })
  .meta({ id: 'InviteEmployee' });
export type InviteEmployee = z.infer<typeof InviteEmployeeSchema>;

/** From the last day of work on: `lastDay` is the last day the person may be scheduled. */
export const DeactivateEmployeeSchema = z
  .strictObject({ lastDay: LocalDate.optional() })
  .meta({ id: 'DeactivateEmployee' });
export type DeactivateEmployee = z.infer<typeof DeactivateEmployeeSchema>;

/** Header row: name, email, number, department, position, hourly_rate (like 185.50), hours_per_week. Comma or semicolon. */
export const ImportEmployeesSchema = z
  .strictObject({ csv: z.string().min(1).max(1_000_000), departmentId: Id, dryRun: z.boolean().optional() })
  .meta({ id: 'ImportEmployees' });
export type ImportEmployees = z.infer<typeof ImportEmployeesSchema>;
export const ImportResult = z
  .object({
    created: z.int(),
    failed: z.int(),
    rows: z.array(
      z.object({
        /** Line in the file, the header being 1. */
        line: z.int(),
        name: z.string(),
        result: z.enum(['created', 'would_create', 'failed']),
        employeeId: Id.nullable(),
        code: z.string().nullable(),
        message: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ImportResult' });
export type ImportResult = z.infer<typeof ImportResult>;

/** What the page behind an invitation link shows before signing in; found by the secret token alone. */
export const InvitationView = z
  .object({ organizationName: z.string(), name: z.string(), email: z.string(), expiresAt: Instant })
  .meta({ id: 'Invitation' });
export type InvitationView = z.infer<typeof InvitationView>;
export const AcceptInvitationSchema = z
  .strictObject({ token: z.string().min(20).max(200), password: z.string().min(10).max(128) })
  .meta({ id: 'AcceptInvitation' });
export type AcceptInvitation = z.infer<typeof AcceptInvitationSchema>;
