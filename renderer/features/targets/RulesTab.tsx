import { useRef, type SubmitEvent } from 'react';
import type { RoundSettings, RoundTarget } from '../../../shared/contract/round.ts';
import type { RoundId } from '../../../shared/domain/id.ts';
import type { Rule } from '../../../shared/domain/standard/standard.ts';
import { ruleFault } from '../../../shared/errors/messages.ts';
import { ruleWords } from '../../app/rule-words.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkDraft, draftOf, isSameRules, moveRule, newRule, type DraftRule } from './draft-rules.ts';
import { checkScoringDraft, draftOfScoring } from './draft-scoring.ts';
import { endTyping } from './end-typing.ts';
import { focusFirstField } from './first-field.ts';
import { judgeOn, type Ground } from './ground.ts';
import { OpenPrerequisites } from './OpenPrerequisites.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { ScoringEditor } from './ScoringEditor.tsx';
import { TargetPicker } from './TargetPicker.tsx';
import { ThresholdRemarks } from './ThresholdRemarks.tsx';
import type { TargetsWork } from './targets-store.ts';
import { VerdictChip } from './VerdictChip.tsx';

interface RulesTabProps {
  readonly roundId: RoundId;
  readonly settings: RoundSettings;
  readonly target: RoundTarget;
  readonly work: TargetsWork;
  readonly ground: Ground;
}

/** The rules of one target: provinces differ. Judged as they are typed, in force when they are saved. */
export function RulesTab({ roundId, settings, target, work, ground }: RulesTabProps) {
  const { api, round, targets } = useServices();
  const isReadOnly = useReadOnly();
  const list = useRef<HTMLOListElement>(null);
  const draft = work.drafts.get(target.id) ?? draftOf(target.rules);
  const scoring = settings.scoring && (work.scoring ?? draftOfScoring(settings.scoring.effective));
  const checkedScoring = scoring && checkScoringDraft(scoring, ground);
  const trial = checkedScoring?.trial ?? ground;
  const checked = checkDraft(draft, target.builtIn, ground, trial);
  const rules = checked.rules.map(({ rule }) => rule);
  const verdict = checked.isSound ? judgeOn(trial, rules) : undefined;
  const isChanged = !isSameRules(rules, target.rules);
  const edit = (next: readonly DraftRule[] | undefined) => targets.getState().editRules(roundId, target.id, next);
  const replace = (at: number, rule: DraftRule) => edit(draft.map((each, index) => (index === at ? rule : each)));
  const send = async (wanted: readonly Rule[] | null) => {
    const isSaved = await round
      .getState()
      .send((open) =>
        api['round.editTarget']({ roundId: open, targetId: target.id, rules: wanted === null ? null : [...wanted] }),
      );
    if (isSaved) edit(undefined);
  };
  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = document.activeElement;
    if (!checked.isSound) {
      list.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    if (!isChanged) return;
    if (field instanceof HTMLButtonElement) focusFirstField(list.current);
    await send(rules);
    endTyping(field);
  };
  return (
    <div className="rules-scroller">
      <form className="rules" onSubmit={(event) => void save(event)}>
        <TargetPicker roundId={roundId} settings={settings} chosen={target.id} unsaved={work.drafts} />
        <ThresholdRemarks of={target} />
        <ol ref={list} className="rule-editors" aria-label={`${target.label}的规则`}>
          {draft.map((rule, at) => {
            const state = checked.rules[at];
            return (
              state && (
                <RuleEditor
                  key={rule.key}
                  draft={rule}
                  checked={state}
                  number={at + 1}
                  standard={ground.standard}
                  disabled={isReadOnly}
                  onChange={(next) => replace(at, next)}
                  onMove={(by) => edit(moveRule(draft, at, by))}
                  onRemove={() => edit(draft.filter((_, index) => index !== at))}
                  isLast={at === draft.length - 1}
                />
              )
            );
          })}
        </ol>
        {checked.isEmpty && (
          <p className="rule-fault" role="alert">
            {ruleFault('no-rules')}
          </p>
        )}
        <Button
          className="rule-add"
          disabled={isReadOnly}
          onClick={() => edit([...draft, newRule(draft, ground.standard)])}
        >
          <Icon name="add" /> 添加规则
        </Button>
        <footer className="rules-foot">
          <Button type="submit" tone="primary" disabled={isReadOnly || !isChanged}>
            保存规则
          </Button>
          <Button
            disabled={!work.drafts.has(target.id)}
            onClick={() => {
              focusFirstField(list.current);
              edit(undefined);
            }}
          >
            放弃修改
          </Button>
          {target.edited && (
            <Button
              disabled={isReadOnly}
              onClick={() => {
                focusFirstField(list.current);
                void send(null);
              }}
            >
              恢复内置规则
            </Button>
          )}
          {verdict && (
            <span>
              按这些规则：
              <VerdictChip verdict={verdict} /> {verdict.reached && <OpenPrerequisites />}
            </span>
          )}
          {target.edited && (
            <span className="rules-built-in">
              <b>已修改</b>内置：{target.builtIn.map((rule) => ruleWords(rule, ground.standard.scopes)).join('、')}
            </span>
          )}
          {isChanged && checked.isSound && <span className="rules-unsaved">还没有保存，达标情况仍按原来的规则。</span>}
          {isChanged && !checked.isSound && <span className="rule-fault">改正标红的规则后才能保存。</span>}
        </footer>
      </form>
      {settings.scoring && scoring && checkedScoring && (
        <ScoringEditor
          roundId={roundId}
          settings={settings.scoring}
          draft={scoring}
          checked={checkedScoring}
          isEdited={work.scoring !== undefined}
          rules={checked.isSound ? rules : target.rules}
          ground={ground}
        />
      )}
    </div>
  );
}
