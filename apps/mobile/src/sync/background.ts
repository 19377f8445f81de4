import {
  BackgroundTaskResult,
  BackgroundTaskStatus,
  getStatusAsync,
  registerTaskAsync,
  unregisterTaskAsync,
} from 'expo-background-task';
import { defineTask, isTaskRegisteredAsync } from 'expo-task-manager';
import { engine, lastOwner } from './runtime';

const TASK = 'vaktplan.sync';
/** The system takes it for a wish, and the phone has to be idle: a net below the app, not the way. */
const MINUTES = 15;

// the system starts the code without any screen: the task has to be known before anything is drawn
defineTask(TASK, async () => {
  const owner = lastOwner.get();
  if (!owner) return BackgroundTaskResult.Success;
  const { pulled } = await engine.sync(owner, { hurry: true });
  return pulled === 'later' ? BackgroundTaskResult.Failed : BackgroundTaskResult.Success;
});

export async function registerDrain(): Promise<void> {
  if ((await getStatusAsync()) !== BackgroundTaskStatus.Available) return;
  await registerTaskAsync(TASK, { minimumInterval: MINUTES });
}

export async function unregisterDrain(): Promise<void> {
  if (await isTaskRegisteredAsync(TASK)) await unregisterTaskAsync(TASK);
}
