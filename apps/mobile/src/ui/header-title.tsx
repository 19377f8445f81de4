import { Text } from './text';

/** The title of a screen in its bar, in the app's own letters. */
export const HeaderTitle = ({ children }: { children: string }) => (
  <Text size="title" numberOfLines={1}>
    {children}
  </Text>
);
