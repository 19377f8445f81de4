import type { ReactNode } from 'react';
import { Modal, Pressable, StyleSheet, View } from 'react-native';
import { Text } from './text';
import { useTheme } from './theme';
import { radius, space } from './tokens';

type Props = {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  closeLabel: string;
  children: ReactNode;
};

/** A sheet from below; `Alert` of React Native does nothing on the web. */
export function Dialog({ isOpen, title, onClose, closeLabel, children }: Props) {
  const { color } = useTheme();
  return (
    <Modal visible={isOpen} transparent animationType="fade" onRequestClose={onClose}>
      <View style={styles.place}>
        <Pressable
          accessibilityLabel={closeLabel}
          accessibilityRole="button"
          onPress={onClose}
          style={[StyleSheet.absoluteFill, { backgroundColor: color.overlay }]}
        />
        <View accessibilityViewIsModal style={[styles.sheet, { backgroundColor: color.surface }]}>
          <Text size="title">{title}</Text>
          {children}
        </View>
      </View>
    </Modal>
  );
}

const styles = StyleSheet.create({
  place: { flex: 1, justifyContent: 'flex-end', alignItems: 'center' },
  sheet: {
    width: '100%',
    maxWidth: 640,
    padding: space.xl,
    gap: space.lg,
    borderTopLeftRadius: radius.xl,
    borderTopRightRadius: radius.xl,
  },
});
