// the task that the system starts without a screen
import '@/sync/background';
