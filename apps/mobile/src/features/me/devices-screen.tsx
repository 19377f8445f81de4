import { Screen } from '@/ui/surface';

export function DevicesScreen() {
  return <Screen>{null}</Screen>;
}
