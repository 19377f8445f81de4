export { AddressState as default } from '@/features/shell/address-state';
