import { BoardLoading } from '@/features/board/board-loading';
import { Page } from '@/features/shell/page';

export default function BoardPageLoading() {
  return (
    <Page title="Live board" description=" ">
      <BoardLoading />
    </Page>
  );
}
