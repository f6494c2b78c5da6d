import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { evidenceRegister } from './evidence-register.ts';
import { expiryOf } from './expiry.ts';
import { faultyFileOf } from './file-faults.ts';
import { missingEvidence } from './missing-evidence.ts';
import { MissingList } from './MissingList.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { today } from './today.ts';
import './evidence.css';
import './register.css';

const registered = ['全部', '快到期', '已过期', '共用', '文件有问题'] as const;
const views = [...registered, '还缺'] as const;

/** The register: every evidence of the round in one table, and the list of what is missing still. */
export function EvidencePage() {
  const { round, evidence: store } = useServices();
  const clauses = useStore(round, (state) => state.open?.clauses);
  const states = useStore(round, (state) => state.states);
  const faults = useStore(store, (state) => state.faults);
  const [wanted, setView] = useState<(typeof views)[number]>('全部');
  const register = useMemo(() => evidenceRegister(clauses ?? [], states), [clauses, states]);
  const missing = useMemo(() => missingEvidence(clauses ?? [], states), [clauses, states]);
  const byView = useMemo(() => {
    const day = today();
    const isIn = (kind: string) => register.filter(({ evidence }) => expiryOf(evidence.validUntil, day).kind === kind);
    return {
      全部: register,
      快到期: isIn('soon'),
      已过期: isIn('expired'),
      共用: register.filter((entry) => entry.evidence.usedBy.length > 1),
      文件有问题: register.filter(({ evidence }) => faultyFileOf(evidence, faults)),
    };
  }, [register, faults]);
  const hasFaults = byView.文件有问题.length > 0;
  // Nobody looks for what is whole.
  const offered = views.filter((each) => each !== '文件有问题' || hasFaults);
  const view = offered.includes(wanted) ? wanted : '全部';
  const countOf = (each: (typeof views)[number]) => (each === '还缺' ? missing : byView[each]).length;
  return (
    <section className="page register" aria-label="佐证登记">
      <div className="filter-tabs register-tabs" role="group" aria-label="筛选佐证">
        {offered.map((each) => (
          <button
            key={each}
            type="button"
            className="filter-tab"
            aria-pressed={each === view}
            title={each === '还缺' ? '标准建议的材料里还没有的，按条款' : undefined}
            onClick={() => setView(each)}
          >
            {each} <span>{each === '还缺' ? `${countOf(each)} 条` : countOf(each)}</span>
          </button>
        ))}
      </div>
      {view === '还缺' ? (
        <MissingList missing={missing} />
      ) : (
        <RegisterTable
          shown={byView[view]}
          view={view === '全部' ? undefined : view}
          onShowAll={() => setView('全部')}
        />
      )}
    </section>
  );
}
