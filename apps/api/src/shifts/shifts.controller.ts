import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AssignShiftSchema,
  CopyShiftSchema,
  CreateShiftSchema,
  ListShiftsQuerySchema,
  ShiftList,
  ShiftView,
  UpdateShiftSchema,
  type AssignShift,
  type CopyShift,
  type CreateShift,
  type ListShiftsQuery,
  type UpdateShift,
} from '@vaktplan/contracts/http/shifts';
import { BulkShiftsResult, BulkShiftsSchema, type BulkShifts } from '@vaktplan/contracts/http/bulk-shifts';
import {
  ListShiftColumnsQuerySchema,
  ShiftColumns,
  type ListShiftColumnsQuery,
} from '@vaktplan/contracts/http/shift-columns';
import { Id } from '@vaktplan/contracts/primitives';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { bulkShifts } from '@vaktplan/core/shifts/bulk-shifts';
import { copyShift } from '@vaktplan/core/shifts/copy-shift';
import { createShift } from '@vaktplan/core/shifts/create-shift';
import { deleteShift } from '@vaktplan/core/shifts/delete-shift';
import { restoreShift } from '@vaktplan/core/shifts/restore-shift';
import { getShift } from '@vaktplan/core/shifts/get-shift';
import { listShiftColumns } from '@vaktplan/core/shifts/list-shift-columns';
import { listShifts } from '@vaktplan/core/shifts/list-shifts';
import { updateShift } from '@vaktplan/core/shifts/update-shift';
import { Can } from '../http/access.ts';
import { Answers, Repeatable } from '../http/answers.ts';
import { Context, IfMatch } from '../http/parameters.ts';

@ApiTags('shifts')
@Controller('shifts')
export class ShiftsController {
  @Get()
  @Can('shift:read', 'replica')
  @Answers(ShiftList)
  list(@Context() ctx: Ctx, @Query({ schema: ListShiftsQuerySchema }) query: ListShiftsQuery) {
    return listShifts(ctx, query);
  }

  /** The plan of a range as the schedule draws it: by column, small and quick. */
  @Get('columns')
  @Can('shift:read-draft', 'replica')
  @Answers(ShiftColumns)
  columns(@Context() ctx: Ctx, @Query({ schema: ListShiftColumnsQuerySchema }) query: ListShiftColumnsQuery) {
    return listShiftColumns(ctx, query);
  }

  @Get(':id')
  @Can('shift:read', 'replica')
  @Answers(ShiftView)
  get(@Context() ctx: Ctx, @Param('id', { schema: Id }) id: string) {
    return getShift(ctx, id);
  }

  @Post()
  @Can('shift:create')
  @Repeatable()
  @Answers(ShiftView, 201)
  create(@Context() ctx: Ctx, @Body({ schema: CreateShiftSchema }) body: CreateShift) {
    return createShift(ctx, body);
  }

  /** Many changes at once, each with its own answer; the status says only that the list was worked through. */
  @Post('bulk')
  @Can('shift:update')
  @Repeatable()
  @Answers(BulkShiftsResult)
  bulk(@Context() ctx: Ctx, @Body({ schema: BulkShiftsSchema }) body: BulkShifts) {
    return bulkShifts(ctx, body);
  }

  @Patch(':id')
  @Can('shift:update')
  @Answers(ShiftView)
  update(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: UpdateShiftSchema }) body: UpdateShift,
  ) {
    return updateShift(ctx, id, version, body);
  }

  @Post(':id/assign')
  @Can('shift:update')
  @Repeatable()
  @Answers(ShiftView)
  assign(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
    @Body({ schema: AssignShiftSchema }) body: AssignShift,
  ) {
    return updateShift(ctx, id, version, body);
  }

  @Post(':id/copy')
  @Can('shift:create')
  @Repeatable()
  @Answers(ShiftView, 201)
  copy(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CopyShiftSchema }) body: CopyShift,
  ) {
    return copyShift(ctx, id, body);
  }

  @Post(':id/restore')
  @Can('shift:delete')
  @Repeatable()
  @Answers(ShiftView)
  restore(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
  ) {
    return restoreShift(ctx, id, version);
  }

  @Delete(':id')
  @Can('shift:delete')
  @Answers(ShiftView)
  remove(
    @Context() ctx: Ctx,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number | undefined,
  ) {
    return deleteShift(ctx, id, version);
  }
}
