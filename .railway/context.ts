export { createRailwayContext, project } from 'railway/iac';
