import { useState } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineError } from '../../ui/InlineError.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { roundsUsing } from '../library/library-rows.ts';
import { ChoiceForm, type PlanProps } from './ChoiceForm.tsx';
import { ComparisonView } from './ComparisonView.tsx';
import { useImport } from './import-context.ts';
import { comparable, idApart, newId, sameOwn, type Choice } from './import-choice.ts';
import type { Imported } from './imported.ts';
import { NewStandardView } from './NewStandardView.tsx';
import { countProblems } from './problem-order.ts';
import { UnderEdit } from './UnderEdit.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useConfirmKey } from './use-confirm-key.ts';
import { useSending } from './use-sending.ts';

type OwnPlanProps = PlanProps<Extract<Choice, { readonly kind: 'own' }>> & {
  readonly onImported: (imported: Imported) => void;
  readonly onBack: () => void;
  readonly onLeaveFor: (go: () => void) => void;
};

/** As the institution's own standard: a new one, or the next revision of one, held against the one before. */
export function OwnPlan({ standards, packId, choice, onChoose, onImported, onBack, onLeaveFor }: OwnPlanProps) {
  const { api, app } = useServices();
  const { work, view, draft } = useImport();
  const rounds = useStore(app, (state) => state.rounds);
  const { draftId, pack } = draft;
  const { against, id } = choice;
  const changes = useAnswer(against === undefined || !pack ? undefined : against, () =>
    api['edition.compareDraft']({ draftId, packId: against ?? '' }),
  );
  const works = useAnswer('works', () => api['own.works']({}));
  /** Beside the standard that it would otherwise become a revision of. */
  const [isApart, setApart] = useState(false);
  const sending = useSending();
  const errors = countProblems(draft.problems).error;
  const named = { pack: { id: pack?.id ?? '', title: pack?.title ?? '' }, standards };
  const taken = new Set([...standards, ...(works.value ?? [])].map((each) => each.id));
  const target = id ?? (isApart ? idApart(newId(named), taken) : newId(named));
  const underEdit = works.value?.find((each) => each.id === target);
  const adopt = () =>
    pack &&
    sending.run(async () => {
      const adopted = await api['draft.adopt']({ draftId, id: target });
      work.getState().close(true);
      onImported({ kind: 'own', packId: adopted.id, title: pack.title, revision: adopted.revision, rounds: inUse });
    });
  const before = standards.find((standard) => standard.id === against);
  const inUse = before ? roundsUsing(rounds, before.id).filter(({ archived }) => !archived) : [];
  useConfirmKey(pack && errors === 0 && !underEdit && !sending.isBusy ? adopt : undefined);
  if (!pack) return null;
  const same = isApart ? undefined : sameOwn(named);
  const owns = standards.filter(({ own }) => own);
  const seeErrors = () => {
    view.getState().show('error');
    view.getState().toggleProblems(true);
    onBack();
  };
  const edit = () => {
    work.getState().close(true);
    app.getState().show({ kind: 'edit-standard', from: { kind: 'draft', draftId } });
  };
  return (
    <div className="confirm">
      <section className="confirm-choice" aria-label="导入为">
        <ChoiceForm standards={standards} packId={packId} choice={choice} onChoose={onChoose}>
          <label className="choice-field">
            <span>导入为</span>
            <select
              value={id ?? ''}
              onChange={({ target: chosen }) => {
                const next = chosen.value === '' ? undefined : chosen.value;
                setApart(false);
                onChoose({ kind: 'own', id: next, against: next ?? against });
              }}
            >
              <option value="" disabled={same !== undefined}>
                新的标准
              </option>
              {owns.map((own) => (
                <option key={own.id} value={own.id}>
                  “{own.title}”的新修订
                </option>
              ))}
            </select>
          </label>
          {same && <p className="choice-hint">已有同名的本院标准。要另立一个，请先回到核对，改它的名称。</p>}
          {id === undefined && (
            <label className="choice-field">
              <span>与标准对照</span>
              <select
                value={against ?? ''}
                onChange={({ target: chosen }) =>
                  onChoose({ ...choice, against: chosen.value === '' ? undefined : chosen.value })
                }
              >
                <option value="">不对照</option>
                {comparable({ standards, rounds }).map((standard) => (
                  <option key={standard.id} value={standard.id}>
                    {standard.title}
                  </option>
                ))}
              </select>
            </label>
          )}
          {id !== undefined && changes.value?.isSame && (
            <p className="choice-hint">内容与现在的修订完全相同，导入后不会多出一个修订。</p>
          )}
          {inUse.length > 0 && (
            <p className="choice-hint">
              {inUse.map(({ title }) => `“${title}”`).join('、')}正在用它。导入不改变
              {inUse.length > 1 ? '这些' : '这个'}
              轮次；导入后可以把它转到新版，判定和佐证按编号和相似度带过来。
            </p>
          )}
        </ChoiceForm>
        <footer className="confirm-foot">
          {sending.error && <InlineError {...sending.error} />}
          {underEdit ? (
            <UnderEdit
              title={underEdit.title}
              onEdit={() =>
                onLeaveFor(() =>
                  app.getState().show({ kind: 'edit-standard', from: { kind: 'standard', packId: underEdit.id } }),
                )
              }
              onApart={
                errors > 0
                  ? undefined
                  : () => {
                      onChoose({ kind: 'own', id: undefined, against: id ?? against });
                      setApart(true);
                    }
              }
            />
          ) : errors > 0 ? (
            <>
              <p className="confirm-refused">有 {errors} 处错误，不能直接导入。请回到核对改正，或在编辑器里逐条改。</p>
              <div>
                <Button tone="primary" onClick={edit}>
                  在编辑器里改正…
                </Button>
                <Button onClick={seeErrors}>看错误</Button>
              </div>
            </>
          ) : (
            <div>
              <Button tone="primary" disabled={sending.isBusy} onClick={adopt}>
                {id === undefined ? '作为新的本院标准导入' : '作为新修订导入'} <Kbd>Ctrl Enter</Kbd>
              </Button>
              {!isApart && (
                <Button disabled={sending.isBusy} onClick={edit}>
                  先在编辑器里看
                </Button>
              )}
            </div>
          )}
        </footer>
      </section>
      <section className="confirm-preview" aria-label="导入的内容">
        {before === undefined ? (
          <NewStandardView />
        ) : changes.error ? (
          <div className="import-state">
            <InlineError {...changes.error} />
            <Button onClick={changes.again}>重试</Button>
          </div>
        ) : changes.value ? (
          <ComparisonView key={before.id} changes={changes.value} before={before.title} />
        ) : (
          <p className="confirm-waiting" role="status">
            正在对照…
          </p>
        )}
      </section>
    </div>
  );
}
