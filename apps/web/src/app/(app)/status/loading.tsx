import { Page } from '@/features/shell/page';
import { StatusLoading } from '@/features/status/status-loading';

export default function StatusPageLoading() {
  return (
    <Page title="Status" description="How this installation is doing. Looks again every few seconds.">
      <StatusLoading />
    </Page>
  );
}
