import { useMemo, useState } from 'react';
import type { RoundSettings, RoundTarget } from '../../../shared/contract/round.ts';
import type { RoundId } from '../../../shared/domain/id.ts';
import type { Wanted } from '../../../shared/domain/verdict/gap.ts';
import { wantedLabels } from '../../../shared/text/labels.ts';
import { ruleKey } from '../../app/rule-words.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { cheapestUntil } from './cheapest-until.ts';
import { groundOf, judgeOn, noLifts, type Lifts } from './ground.ts';
import { LiftList } from './LiftList.tsx';
import { liftRows, type LiftRow } from './lift-rows.ts';
import { LiftRule } from './LiftRule.tsx';
import { OpenPrerequisites } from './OpenPrerequisites.tsx';
import { TargetPicker } from './TargetPicker.tsx';
import { liftsOfPlan, planChanges, type TargetsWork } from './targets-store.ts';
import type { OpenGround } from './use-ground.ts';
import { VerdictChip } from './VerdictChip.tsx';

const preferences: readonly Wanted[] = ['C', 'B', 'A', 'yes', 'full'];

interface LiftTabProps {
  readonly roundId: RoundId;
  readonly settings: RoundSettings;
  readonly target: RoundTarget;
  readonly work: TargetsWork;
  readonly open: OpenGround;
}

/** 模拟: what if these clauses were lifted. What is ticked can be kept as the round's plan. */
export function LiftTab({ roundId, settings, target, work, open: { round: seen, ground } }: LiftTabProps) {
  const { api, round, targets } = useServices();
  const isReadOnly = useReadOnly();
  /** The rule whose clauses alone are listed. */
  const [only, setOnly] = useState<string>();
  const planned = useMemo(() => liftsOfPlan(settings), [settings]);
  const lifts = work.lifts ?? planned;
  const now = useMemo(() => judgeOn(ground, target.rules), [ground, target]);
  const then = useMemo(() => judgeOn(groundOf(seen, lifts), target.rules), [seen, lifts, target]);
  const { preferred } = work;
  const rows = useMemo(() => liftRows({ rules: now.rules, ground, lifts, preferred }), [now, ground, lifts, preferred]);
  const onlyAt = now.rules.findIndex((rule) => ruleKey(rule) === only);
  const shown = onlyAt < 0 ? rows : liftRows({ rules: now.rules, ground, lifts, preferred, only: onlyAt });
  const ticked = rows.filter((row) => row.ticked);
  const changes = planChanges(lifts, planned);
  const choose = (next: Lifts | undefined) => targets.getState().change(roundId, { lifts: next });
  const tick = ({ item, wanted, ticked: isTicked }: LiftRow) => {
    const next = new Map(lifts);
    if (isTicked) next.delete(item.id);
    else next.set(item.id, wanted);
    choose(next);
  };
  const prefer = (wanted: Wanted | undefined) => {
    const suits = ({ options }: LiftRow) => wanted !== undefined && options.includes(wanted);
    const moved = ticked.filter(suits).map(({ item }) => [item.id, wanted ?? 'yes'] as const);
    targets
      .getState()
      .change(roundId, { preferred: wanted, ...(moved.length > 0 && { lifts: new Map([...lifts, ...moved]) }) });
  };
  const keep = async () => {
    const isSaved = await round
      .getState()
      .send((open) => api['round.plan']({ roundId: open, items: changes.map((item) => ({ ...item })) }));
    if (isSaved) choose(undefined);
  };
  const cost = ticked.reduce((sum, row) => sum + (row.done ? 0 : row.cost), 0);
  return (
    <div className="lift">
      <div className="lift-head">
        <TargetPicker roundId={roundId} settings={settings} chosen={target.id} />
        <span className="lift-verdict" role="status" data-testid="lift-verdict">
          现在 <VerdictChip verdict={now} /> → 提升后 <VerdictChip verdict={then} />{' '}
          {then.reached && <OpenPrerequisites lifts={lifts} />}
        </span>
      </div>
      <ul className="lift-rules">
        {now.rules.map((rule, at) => {
          const after = then.rules[at];
          return (
            after && (
              <LiftRule
                key={ruleKey(rule)}
                now={rule}
                then={after}
                scopes={ground.standard.scopes}
                isOnly={at === onlyAt}
                onOnly={() => setOnly(at === onlyAt ? undefined : ruleKey(rule))}
                onCheapest={() => choose(cheapestUntil(rule, seen, lifts))}
              />
            )
          );
        })}
      </ul>
      <div className="lift-tools">
        <span data-testid="lift-count">
          已勾选 <b>{lifts.size}</b> 条，要做 <b>{cost}</b> 项
        </span>
        <label>
          勾选的提升到
          <select
            value={preferred ?? ''}
            onChange={({ target: chosen }) => prefer(preferences.find((each) => each === chosen.value))}
          >
            <option value="">各条所需</option>
            {preferences.map((wanted) => (
              <option key={wanted} value={wanted}>
                {wantedLabels[wanted]}
              </option>
            ))}
          </select>
        </label>
        <Button tone="quiet" disabled={lifts.size === 0} onClick={() => choose(noLifts)}>
          清空
        </Button>
        <span className="lift-plan">
          {planned.size > 0 ? `提升计划 ${planned.size} 条` : '还没有提升计划'}
          {changes.length > 0 && '，有改动未保存'}
        </span>
        <Button disabled={work.lifts === undefined || changes.length === 0} onClick={() => choose(undefined)}>
          {planned.size > 0 ? '恢复为计划' : '放弃'}
        </Button>
        <Button tone="primary" disabled={isReadOnly || changes.length === 0} onClick={() => void keep()}>
          {lifts.size === 0 && planned.size > 0 ? '清除计划' : '保存为计划'}
        </Button>
      </div>
      {shown.length > 0 ? (
        <LiftList
          rows={shown}
          rules={now.rules}
          scopes={ground.standard.scopes}
          planned={planned}
          onTick={tick}
          onWanted={({ item }, wanted) => choose(new Map(lifts).set(item.id, wanted))}
        />
      ) : (
        <EmptyState text={rows.length > 0 ? '没有能帮到这条规则的条款。' : '规则都已达到，没有要提升的条款。'}>
          {rows.length > 0 && <Button onClick={() => setOnly(undefined)}>显示全部</Button>}
        </EmptyState>
      )}
    </div>
  );
}
