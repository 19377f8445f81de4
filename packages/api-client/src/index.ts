export * from './generated/api.ts';
export { ApiError, configureApiClient, type ApiClientOptions } from './request.ts';
