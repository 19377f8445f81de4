import type { ReactNode } from 'react';
import { Modal, Pressable, ScrollView, StyleSheet, View } from 'react-native';
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

/** A sheet from below, which scrolls where the letters are large; `Alert` of React Native does nothing on the web. */
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
          <ScrollView style={styles.scroll} contentContainerStyle={styles.content}>
            <Text size="title">{title}</Text>
            {children}
          </ScrollView>
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
    maxHeight: '92%',
    overflow: 'hidden',
    borderTopLeftRadius: radius.xl,
    borderTopRightRadius: radius.xl,
  },
  scroll: { flexGrow: 0 },
  content: { padding: space.xl, gap: space.lg },
});
