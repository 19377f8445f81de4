import { Module } from '@nestjs/common';
import { DepartmentsController } from './departments.controller.ts';
import { LocationsController } from './locations.controller.ts';
import { OrganizationsController } from './organizations.controller.ts';
import { PositionsController } from './positions.controller.ts';
import { SkillsController } from './skills.controller.ts';

/** The organisation and its structure: locations, departments, positions, skills. */
@Module({
  controllers: [
    OrganizationsController,
    LocationsController,
    DepartmentsController,
    PositionsController,
    SkillsController,
  ],
})
export class OrganizationsModule {}
