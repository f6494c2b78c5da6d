import { useStore } from 'zustand';
import { confidenceLabels } from '../../../shared/text/labels.ts';
import { useServices } from '../../app/services.ts';
import { isSameFilter } from './clause-filter.ts';
import { RuleMeter } from './RuleMeter.tsx';
import { VerdictFacts } from './VerdictFacts.tsx';
import './verdict.css';

/** Do we pass, what is missing. Never scrolls away. */
export function VerdictStrip() {
  const { round, checklist, app } = useServices();
  const open = useStore(round, (state) => state.open);
  const verdict = useStore(round, (state) => state.verdict);
  const filter = useStore(checklist, (state) => state.filter);
  if (!open) return null;
  const { target, standard } = open;
  const source =
    target.confidence === 'low' ? '阈值为占位值' : target.confidence && confidenceLabels[target.confidence];
  return (
    <section className={`verdict${verdict.rules.length > 3 ? ' verdict-compact' : ''}`} aria-label="达标情况">
      <div className="verdict-target">
        <h1>
          <span className="ellipsis" title={target.label}>
            {target.label}
          </span>
          <span className={`chip ${verdict.reached ? 'chip-good' : 'chip-bad'}`} role="status" data-testid="verdict">
            {verdict.reached ? '已达到' : '未达到'}
          </span>
        </h1>
        <button
          type="button"
          className="verdict-source"
          title={[standard.title, target.note].filter(Boolean).join('\n')}
          onClick={() => app.getState().show({ kind: 'round', page: 'standard' })}
        >
          <span className="ellipsis">{standard.title}</span>
          {source && target.confidence !== 'high' && <b>{source}</b>}
        </button>
      </div>
      <ul className="verdict-rules">
        {verdict.rules.map((rule) => {
          const isActive = isSameFilter(filter, { kind: 'short-of', rule });
          return (
            <li key={`${rule.scope} ${rule.grade} ${rule.atLeast}`}>
              <RuleMeter
                rule={rule}
                isActive={isActive}
                onChoose={() => {
                  app.getState().show({ kind: 'round', page: 'checklist' });
                  if (isActive) checklist.getState().clear();
                  else checklist.getState().setFilter({ kind: 'short-of', rule });
                }}
              />
            </li>
          );
        })}
      </ul>
      <VerdictFacts />
    </section>
  );
}
