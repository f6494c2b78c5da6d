import { useId, useRef, type SubmitEvent } from 'react';
import type { RoundScoring } from '../../../shared/contract/round.ts';
import type { RoundId } from '../../../shared/domain/id.ts';
import { compare, one } from '../../../shared/domain/number/rational.ts';
import type { Rule, ScoringPart } from '../../../shared/domain/standard/standard.ts';
import { scoringFault } from '../../../shared/errors/messages.ts';
import {
  gradeRateNames,
  indicatorRateLabels,
  indicatorRateNames,
  ratesUsed,
  scoringWords,
} from '../../app/scoring-words.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { draftOfScoring, isSameScoring, sumWords, type CheckedScoring, type DraftScoring } from './draft-scoring.ts';
import { endTyping } from './end-typing.ts';
import { focusFirstField } from './first-field.ts';
import { judgeOn, type Ground } from './ground.ts';
import { OpenPrerequisites } from './OpenPrerequisites.tsx';
import { ScoringRow } from './ScoringRow.tsx';
import { ThresholdRemarks } from './ThresholdRemarks.tsx';
import { Untargeted } from './Untargeted.tsx';
import { VerdictChip } from './VerdictChip.tsx';

interface ScoringEditorProps {
  readonly roundId: RoundId;
  readonly settings: RoundScoring;
  readonly draft: DraftScoring;
  readonly checked: CheckedScoring;
  /** Something was edited and is not saved. */
  readonly isEdited: boolean;
  /** By which the verdict is shown. */
  readonly rules: readonly Rule[];
  readonly ground: Ground;
}

/** 总分折算: how the total is put together. Judged as it is typed, in force when it is saved. */
export function ScoringEditor({ roundId, settings, draft, checked, isEdited, rules, ground }: ScoringEditorProps) {
  const { api, round, targets } = useServices();
  const isReadOnly = useReadOnly();
  const form = useRef<HTMLFormElement>(null);
  const titleId = useId();
  const faultId = useId();
  const { effective, builtIn, edited } = settings;
  const { scoring, parts, fault, sum, isSound, trial } = checked;
  const { standard } = ground;
  const own = draftOfScoring(builtIn);
  const used = draft.parts.map(({ scope }) => ratesUsed(scope, standard));
  const columns = { grades: used.some(({ grades }) => grades), indicators: used.some(({ indicators }) => indicators) };
  const isChanged = !isSameScoring(scoring, effective);
  const now = judgeOn(ground, rules).total;
  const then = judgeOn(trial, rules);
  const edit = (next: DraftScoring | undefined) => targets.getState().change(roundId, { scoring: next });
  const replace = (at: number, part: ScoringPart) =>
    edit({ ...draft, parts: draft.parts.map((each, index) => (index === at ? part : each)) });
  const send = async (wanted: DraftScoring | null) => {
    const isSaved = await round.getState().send((open) =>
      api['round.editScoring']({
        roundId: open,
        scoring: wanted && { full: wanted.full, parts: wanted.parts.map((part) => ({ ...part })) },
      }),
    );
    if (isSaved) edit(undefined);
  };
  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = document.activeElement;
    if (!isSound) {
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    if (!isChanged) return;
    if (field instanceof HTMLButtonElement) focusFirstField(form.current);
    await send(isSameScoring(scoring, builtIn) ? null : scoring);
    endTyping(field);
  };
  return (
    <form ref={form} className="scoring" aria-labelledby={titleId} onSubmit={(event) => void save(event)}>
      <h2 id={titleId}>
        总分折算
        <small>
          本轮所有目标共用。各部分得分＝满分 × 权重 × 各条款折算率的平均；未评的条款按 0 算，只监测的指标有数据就按 100%
          算。
        </small>
      </h2>
      <ThresholdRemarks of={builtIn} />
      <Untargeted />
      <table className="scoring-table">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              组成部分
            </th>
            <th scope="col" rowSpan={2}>
              权重
            </th>
            {columns.grades && (
              <th scope="colgroup" colSpan={4}>
                等级条款折算率
              </th>
            )}
            {columns.indicators && (
              <th scope="colgroup" colSpan={4}>
                监测指标折算率
              </th>
            )}
            <th scope="col" rowSpan={2} className="scoring-score">
              得分
            </th>
          </tr>
          <tr>
            {columns.grades &&
              gradeRateNames.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            {columns.indicators &&
              indicatorRateNames.map((name) => (
                <th key={name} scope="col">
                  {indicatorRateLabels[name]}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {draft.parts.map((part, at) => {
            const state = parts[at];
            return (
              state && (
                <ScoringRow
                  key={part.scope}
                  part={part}
                  builtIn={own.parts.find(({ scope }) => scope === part.scope)}
                  checked={state}
                  sumFaultId={fault === 'weights-sum' ? faultId : undefined}
                  standard={standard}
                  columns={columns}
                  disabled={isReadOnly}
                  onChange={(next) => replace(at, next)}
                />
              )
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            <td colSpan={1 + (columns.grades ? 4 : 0) + (columns.indicators ? 4 : 0)}>
              <span className={sum && compare(sum, one) !== 0 ? 'bad' : undefined} data-testid="scoring-sum">
                {sum ? sumWords(sum) : '—'}
              </span>
              {fault === 'weights-sum' && (
                <span id={faultId} className="rule-fault" role="alert">
                  {scoringFault(fault)}
                </span>
              )}
            </td>
            <td className="scoring-score">
              <label>
                满分
                <input
                  aria-invalid={fault === 'full'}
                  aria-describedby={fault === 'full' ? faultId : undefined}
                  className={builtIn.full === scoring.full ? undefined : 'scoring-changed'}
                  title={builtIn.full === scoring.full ? undefined : `内置 ${builtIn.full}`}
                  disabled={isReadOnly}
                  value={draft.full}
                  maxLength={40}
                  onChange={({ target }) => edit({ ...draft, full: target.value })}
                />
              </label>
              {fault === 'full' && (
                <span id={faultId} className="rule-fault" role="alert">
                  {scoringFault(fault)}
                </span>
              )}
            </td>
          </tr>
        </tfoot>
      </table>
      <footer className="scoring-foot">
        <Button type="submit" tone="primary" disabled={isReadOnly || !isChanged}>
          保存折算
        </Button>
        <Button
          disabled={!isEdited}
          onClick={() => {
            focusFirstField(form.current);
            edit(undefined);
          }}
        >
          放弃折算修改
        </Button>
        {edited && (
          <Button
            disabled={isReadOnly}
            onClick={() => {
              focusFirstField(form.current);
              void send(null);
            }}
          >
            恢复内置折算
          </Button>
        )}
        {isSound && (
          <span data-testid="scoring-total">
            按此折算：总分 {isChanged && now && `${now.score} → `}
            {then.total ? (
              <>
                <b>{then.total.score}</b> / {then.total.full} 分
              </>
            ) : (
              '不适用'
            )}{' '}
            <VerdictChip verdict={then} /> {then.reached && <OpenPrerequisites />}
          </span>
        )}
        {isChanged && isSound && <span className="rules-unsaved">还没有保存，总分和达标情况仍按原来的折算。</span>}
        {isChanged && !isSound && <span className="rule-fault">改正标红的地方后才能保存。</span>}
        {edited && (
          <span className="rules-built-in">
            <b>已修改</b>内置：{scoringWords(builtIn, standard)}
          </span>
        )}
      </footer>
    </form>
  );
}
