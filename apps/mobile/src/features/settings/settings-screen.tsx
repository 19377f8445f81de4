import { Screen } from '@/ui/surface';

export function SettingsScreen() {
  return <Screen>{null}</Screen>;
}
