import { Screen } from '@/ui/surface';

export function HomeScreen() {
  return <Screen>{null}</Screen>;
}
