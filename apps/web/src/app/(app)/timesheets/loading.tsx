import { Card } from '@vaktplan/ui';
import { Page } from '@/features/shell/page';
import { TimesheetsLoading } from '@/features/timesheets/timesheets-loading';

export default function Waiting() {
  return (
    <Page title="Timesheets" className="max-w-7xl">
      <Card>
        <TimesheetsLoading />
      </Card>
    </Page>
  );
}
