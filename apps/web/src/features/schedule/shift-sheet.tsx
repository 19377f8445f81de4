'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { Candidates, FindingView } from '@vaktplan/contracts/http/findings';
import { ShiftView, type RosterView } from '@vaktplan/contracts/http/shifts';
import { Button, Sheet, SheetContent, Skeleton } from '@vaktplan/ui';
import type { CellRef, GridChange, ShiftTimes } from '@vaktplan/ui/schedule-grid';
import { Trash2 } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useFormat } from '@/features/shell/me';
import { write } from '@/lib/api';
import { usePainted } from '@/lib/use-painted';
import { asProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { useContractForm } from '@/lib/use-contract-form';
import { useWords } from '@/lib/words';
import { askingBack, keyWith, type AskBack } from './asking-back';
import { CandidatesPanel } from './candidates-panel';
import {
  bodyOf,
  changedFields,
  draftOf,
  formerly,
  formOfCell,
  formOfShift,
  shiftForm,
  timesOf,
  type ShiftForm as FormValue,
} from './shift-form';
import { ClashNote } from './clash-note';
import { ReplaceButton } from './replace-button';
import { ShiftFields } from './shift-fields';
import { ShiftFindings } from './shift-findings';
import { ShiftTrail } from './shift-trail';
import { StateBadge } from './state-badge';
import { takeAnswers } from './take-answers';

export type SheetSubject = { shift: ShiftView } | { cell: CellRef; times: ShiftTimes };

type ShiftSheetProps = {
  subject: SheetSubject | undefined;
  roster: RosterView;
  askBack: AskBack;
  findings: readonly FindingView[];
  /** Gives the stored shift to somebody else. */
  onAssign: (shift: ShiftView, to: { employeeId: string; name: string }) => void;
  onClose: () => void;
  onDelete: (shift: ShiftView) => void;
  /** `inverse` takes it back. */
  onSaved: (times: ShiftTimes, inverse: GridChange, label: string) => void;
};

/** The panel at the right: a new shift, or one to look at, edit and delete. */
export function ShiftSheet({ subject, onClose, ...rest }: ShiftSheetProps) {
  return (
    <Sheet open={subject !== undefined} onOpenChange={(open) => !open && onClose()}>
      {subject && (
        <SheetBody
          key={'shift' in subject ? `${subject.shift.id}-${subject.shift.version}` : 'new'}
          subject={subject}
          onClose={onClose}
          {...rest}
        />
      )}
    </Sheet>
  );
}

function SheetBody({
  subject,
  roster,
  askBack,
  findings,
  onAssign,
  onClose,
  onDelete,
  onSaved,
}: ShiftSheetProps & { subject: SheetSubject }) {
  const t = useWords('planShift');
  const ShiftForm = useMemo(() => shiftForm(t), [t]);
  const client = useQueryClient();
  const format = useFormat();
  const formId = useId();
  // the version the change starts from: the newer one, once the API has refused an older
  const [shift, setShift] = useState('shift' in subject ? subject.shift : undefined);
  const form = useContractForm(
    ShiftForm,
    shift
      ? formOfShift(shift)
      : formOfCell((subject as { cell: CellRef }).cell, (subject as { times: ShiftTimes }).times),
  );
  /** Somebody's newer version, and the refusal that it is shown instead of. */
  const [newer, setNewer] = useState<{ shift: ShiftView; refusal: string }>();
  const problemWords = useProblemWords();
  const [choosing, setChoosing] = useState<Candidates>();
  const { isSubmitting } = form.formState;
  const painted = usePainted();
  const readOnly = shift ? !shift.abilities.update : !roster.abilities.createShift;

  const save = async (value: FormValue, key: string) => {
    const saved = await askingBack(askBack, (answers) => {
      const options = {
        body: bodyOf(value, roster, shift, answers),
        schema: ShiftView,
        idempotencyKey: keyWith(key, answers),
      };
      return shift
        ? write('PATCH', `/shifts/${shift.id}`, { ...options, version: shift.version })
        : write('POST', '/shifts', options);
    }).catch(takeNewer);
    takeAnswers(client, [saved], false);
    const { id: shiftId, version } = saved;
    const inverse: GridChange = shift
      ? { kind: 'rewrite', shiftId, version, to: formerly(shift), from: formerly(saved) }
      : { kind: 'remove', shiftId, version };
    onSaved(timesOf(value), inverse, t(shift ? 'changed' : 'added'));
    onClose();
  };

  /** Somebody was faster: theirs is shown, except in the fields changed here. Saving again keeps those. */
  const takeNewer = (error: unknown): never => {
    const problem = asProblem(error);
    const { data: theirs } = ShiftView.safeParse(problem.current);
    if (shift && theirs) {
      form.reset({ ...formOfShift(theirs), ...changedFields(form.getValues(), formOfShift(shift)) });
      setShift(theirs);
      setNewer({ shift: theirs, refusal: problemWords(problem) });
      void client.invalidateQueries({ queryKey: ['shifts'] });
    }
    throw error;
  };

  const isAsStored = () =>
    shift !== undefined && Object.keys(changedFields(form.getValues(), formOfShift(shift))).length === 0;
  const lookAround = () => {
    if (shift && isAsStored()) return setChoosing({ shiftId: shift.id });
    const read = ShiftForm.safeParse(form.getValues());
    if (read.success) setChoosing({ draft: draftOf(read.data, roster) });
    else void form.trigger();
  };

  const choose = (to: { employeeId: string; name: string }) => {
    // what else was typed is saved with the person
    if (shift && isAsStored()) return onAssign(shift, to);
    form.setValue('employeeId', to.employeeId, { shouldDirty: true });
    setChoosing(undefined);
  };

  return (
    <SheetContent
      title={t(choosing ? 'candidates' : shift ? 'title' : 'newTitle')}
      description={shift ? format.longDay(shift.localDate) : undefined}
      footer={
        choosing ? (
          <Button onClick={() => setChoosing(undefined)}>{t('back')}</Button>
        ) : (
          !readOnly && (
            <>
              {shift?.abilities.delete && (
                <Button variant="ghost" className="me-auto text-danger" onClick={() => onDelete(shift)}>
                  <Trash2 /> {t('delete')}
                </Button>
              )}
              <Button onClick={onClose}>{t('cancel')}</Button>
              <Button variant="primary" type="submit" form={formId} disabled={isSubmitting}>
                {t(isSubmitting ? 'saving' : 'save')}
              </Button>
            </>
          )
        )
      }
    >
      {choosing && (
        <div className="grid gap-3">
          <CandidatesPanel asked={choosing} roster={roster} onChoose={choose} />
        </div>
      )}
      <form
        id={formId}
        className={choosing ? 'hidden' : 'grid gap-4'}
        onSubmit={form.submitWith(save)}
        noValidate
      >
        <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
          {shift && <StateBadge state={shift.state} />}
          {!readOnly && (
            <ReplaceButton
              label={t(shift?.employeeId ? 'replace' : 'findSomebody')}
              first={shift !== undefined}
              onClick={lookAround}
            />
          )}
        </div>
        {shift && (
          <ShiftFindings
            findings={findings.filter((finding) => finding.shiftIds.includes(shift.id))}
            roster={roster}
          />
        )}
        {painted && shift && <ShiftTrail shift={shift} roster={roster} />}
        {newer && (
          <ClashNote
            key={newer.shift.version}
            newer={newer.shift}
            roster={roster}
            typed={form.watch()}
            onTake={(field, value) => form.setValue(field, value, { shouldDirty: true })}
          />
        )}
        {form.rootError && form.rootError !== newer?.refusal && (
          <p role="alert" className="rounded-md border border-danger px-3 py-2 text-sm text-danger">
            {form.rootError}
          </p>
        )}
        {painted ? <ShiftFields form={form} roster={roster} disabled={readOnly} /> : <FieldsToCome />}
      </form>
    </SheetContent>
  );
}

/** For the frame in which the panel opens. */
const FieldsToCome = () => (
  <div className="grid gap-5" aria-hidden>
    {[0, 1, 2, 3].map((nr) => (
      <Skeleton key={nr} className="h-14" />
    ))}
  </div>
);
