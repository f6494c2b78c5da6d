import { useState } from 'react';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineError } from '../../ui/InlineError.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { groupByProgramme } from '../library/library-rows.ts';
import { ChoiceForm, type PlanProps } from './ChoiceForm.tsx';
import { useImport } from './import-context.ts';
import type { Choice } from './import-choice.ts';
import type { Imported } from './imported.ts';
import { doubtfulCodes, layingOf, layingWords } from './overlay-rows.ts';
import { OverlayView } from './OverlayView.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useConfirmKey } from './use-confirm-key.ts';
import { useSending } from './use-sending.ts';
import './official-plan.css';

type OfficialPlanProps = PlanProps<Extract<Choice, { readonly kind: 'official' }>> & {
  readonly onImported: (imported: Imported) => void;
};

/** As the official wording of a standard that is there, by code. */
export function OfficialPlan({ standards, packId, choice, onChoose, onImported }: OfficialPlanProps) {
  const { api } = useServices();
  const { work, draft } = useImport();
  const { draftId } = draft;
  const standard = standards.find(({ id }) => id === choice.packId);
  const preview = useAnswer(standard?.id, () => api['official.preview']({ draftId, packId: choice.packId }));
  /** What the user said, by standard; until then the doubtful ones are left. */
  const [said, setSaid] = useState<{ readonly packId: string; readonly left: ReadonlySet<string> }>();
  /** The standard whose earlier wording is to go first. */
  const [cleared, setCleared] = useState<string>();
  const replaceAll = cleared === choice.packId;
  const sending = useSending();
  const left =
    said?.packId === choice.packId ? said.left : preview.value ? doubtfulCodes(preview.value) : new Set<string>();
  const laying = preview.value && layingOf(preview.value, left);
  const taken = laying?.taken ?? 0;
  const leave = (codes: readonly string[], isLeft: boolean) => {
    const next = new Set(left);
    for (const code of codes) {
      if (isLeft) next.add(code);
      else next.delete(code);
    }
    setSaid({ packId: choice.packId, left: next });
  };
  const lay = () =>
    sending.run(async () => {
      const laid = await api['official.lay']({ draftId, packId: choice.packId, leave: [...left], replaceAll });
      work.getState().close();
      onImported({ kind: 'official', title: standard?.title ?? '', laid });
    });
  useConfirmKey(taken > 0 && !sending.isBusy ? lay : undefined);
  return (
    <div className="confirm">
      <section className="confirm-choice" aria-label="导入为">
        <ChoiceForm standards={standards} packId={packId} choice={choice} onChoose={onChoose}>
          <label className="choice-field">
            <span>标准</span>
            <select
              value={choice.packId}
              onChange={({ target }) => onChoose({ kind: 'official', packId: target.value })}
            >
              {programmes(standards).map(([programme, listed]) => (
                <optgroup key={programme} label={programme}>
                  {listed.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          {laying && (
            <p className="choice-hint" role="status">
              {layingWords(laying, replaceAll)}
            </p>
          )}
          {laying && laying.before > 0 && (
            <label className="choice-clear">
              <input
                type="checkbox"
                checked={replaceAll}
                onChange={({ target }) => setCleared(target.checked ? choice.packId : undefined)}
              />
              先移除以前的 {laying.before} 条
            </label>
          )}
        </ChoiceForm>
        <footer className="confirm-foot">
          {sending.error && <InlineError {...sending.error} />}
          {preview.value && taken === 0 && <p className="confirm-refused">没有勾选的条款，没有可以覆上的原文。</p>}
          <div>
            <Button tone="primary" disabled={sending.isBusy || taken === 0} onClick={lay}>
              {taken === 0 ? '覆上官方原文' : `覆上 ${taken} 条官方原文`} <Kbd>Ctrl Enter</Kbd>
            </Button>
          </div>
        </footer>
      </section>
      <section className="confirm-preview" aria-label="导入的内容">
        {preview.error ? (
          <div className="import-state">
            <InlineError {...preview.error} />
            <Button onClick={preview.again}>重试</Button>
          </div>
        ) : preview.value ? (
          <OverlayView
            key={choice.packId}
            preview={preview.value}
            title={standard?.title ?? ''}
            left={left}
            onLeave={leave}
          />
        ) : (
          <p className="confirm-waiting" role="status">
            正在对照…
          </p>
        )}
      </section>
    </div>
  );
}

/** In the order of the library. */
function programmes(standards: PlanProps<Choice>['standards']) {
  const groups = new Map<string, PlanProps<Choice>['standards'][number][]>();
  for (const { standard } of groupByProgramme(standards)) {
    const name = standard.own ? '本院标准' : standard.programme;
    groups.set(name, [...(groups.get(name) ?? []), standard]);
  }
  return [...groups];
}
