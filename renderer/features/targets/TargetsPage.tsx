import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { CompareTab } from './CompareTab.tsx';
import { LiftTab } from './LiftTab.tsx';
import { RulesTab } from './RulesTab.tsx';
import { targetTabs, workOf, type TargetTab } from './targets-store.ts';
import { useGround } from './use-ground.ts';
import { useTargetsKeys } from './use-targets-keys.ts';
import './targets.css'; // first: the others refine its fields
import './compare.css';
import './rules.css';
import './scoring.css';
import './lift.css';

const labels: Readonly<Record<TargetTab, string>> = { compare: '对比目标', rules: '修改规则', lift: '模拟提升' };

/** 目标: what each level asks for, by which rules, and what it would take. */
export default function TargetsPage() {
  const { app, round, targets } = useServices();
  useTargetsKeys();
  const roundId = useStore(round, (state) => state.open?.round.id);
  const settings = useStore(round, (state) => state.settings);
  const work = useStore(targets, (state) => workOf(state, roundId));
  const open = useGround();
  if (!roundId || !open) return null;
  const planned = Object.keys(settings.plan).length;
  const marks: Readonly<Record<TargetTab, string>> = {
    compare: '',
    rules: work.drafts.size > 0 || work.scoring ? '未保存' : '',
    lift: work.lifts ? '未保存' : planned > 0 ? `计划 ${planned} 条` : '',
  };
  const current = settings.targets.find(({ id }) => id === (work.targetId ?? settings.targetId));
  return (
    <section className="page targets" aria-label="目标">
      <header className="targets-tabs">
        <div role="tablist" aria-label="目标">
          {targetTabs.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`targets-tab-${tab}`}
              aria-selected={tab === work.tab}
              aria-controls="targets-panel"
              className="filter-tab"
              onClick={() => targets.getState().change(roundId, { tab })}
            >
              {labels[tab]}
              {marks[tab] && <small>{marks[tab]}</small>}
            </button>
          ))}
        </div>
        <Button tone="quiet" onClick={() => app.getState().show({ kind: 'round', page: 'checklist' })}>
          回到评分 <Kbd>T</Kbd>
        </Button>
      </header>
      <div className="targets-panel" role="tabpanel" id="targets-panel" aria-labelledby={`targets-tab-${work.tab}`}>
        {!current ? (
          <EmptyState text="这个标准没有目标等级。" />
        ) : work.tab === 'compare' ? (
          <CompareTab roundId={roundId} settings={settings} ground={open.ground} />
        ) : work.tab === 'rules' ? (
          <RulesTab
            key={roundId}
            roundId={roundId}
            settings={settings}
            target={current}
            work={work}
            ground={open.ground}
          />
        ) : (
          <LiftTab key={roundId} roundId={roundId} settings={settings} target={current} work={work} open={open} />
        )}
      </div>
    </section>
  );
}
