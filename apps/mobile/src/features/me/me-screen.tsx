import { Screen } from '@/ui/surface';

export function MeScreen() {
  return <Screen>{null}</Screen>;
}
