import { useStore } from 'zustand';
import { confidenceLabels } from '../../../shared/text/labels.ts';
import { targetOf } from '../../app/round-store.ts';
import { ruleKey, ruleWords } from '../../app/rule-words.ts';
import { scoringWords } from '../../app/scoring-words.ts';
import { useServices } from '../../app/services.ts';
import { isSameFilter } from './clause-filter.ts';
import { PrerequisiteLine } from './PrerequisiteLine.tsx';
import { RuleMeter } from './RuleMeter.tsx';
import { VerdictFacts } from './VerdictFacts.tsx';
import './verdict.css';

/** Do we pass, what is missing. Never scrolls away. */
export function VerdictStrip() {
  const { round, checklist, app } = useServices();
  const standard = useStore(round, (state) => state.open?.standard);
  const target = useStore(round, targetOf);
  const verdict = useStore(round, (state) => state.verdict);
  const scoring = useStore(round, (state) => state.settings.scoring);
  const filter = useStore(checklist, (state) => state.filter);
  if (!standard || !target) return null;
  const isVetoed = verdict.vetoes.length > 0;
  const builtIn = target.builtIn.map((rule) => ruleWords(rule, standard.scopes)).join('、');
  const density = verdict.rules.length > 6 ? ' verdict-dense' : verdict.rules.length > 3 ? ' verdict-compact' : '';
  return (
    <section className={`verdict${density}`} aria-label="达标情况">
      <div className="verdict-line">
        <div className="verdict-target">
          <h1>
            <button
              type="button"
              className="verdict-level"
              aria-keyshortcuts="T"
              title={[target.label, target.note, '点击对比目标、修改规则、模拟提升（T）'].filter(Boolean).join('\n')}
              onClick={() => app.getState().show({ kind: 'round', page: 'targets' })}
              data-testid="verdict-target"
            >
              <span className="ellipsis">{target.label}</span>
            </button>
            <span className={`chip ${verdict.reached ? 'chip-good' : 'chip-bad'}`} role="status" data-testid="verdict">
              {isVetoed ? '一票否决' : verdict.reached ? '已达到' : '未达到'}
            </span>
          </h1>
          <button
            type="button"
            className="verdict-source"
            title={[
              standard.title,
              target.confidence === 'low' && '阈值为占位值',
              target.note,
              target.edited && `本轮改过规则。内置：${builtIn}`,
              scoring?.edited && `本轮改过总分折算。内置：${scoringWords(scoring.builtIn, standard)}`,
            ]
              .filter(Boolean)
              .join('\n')}
            onClick={() => app.getState().show({ kind: 'round', page: 'standard' })}
          >
            <span className="ellipsis">{standard.title}</span>
            {(target.edited || scoring?.edited) && <b>已修改</b>}
            {target.confidence && target.confidence !== 'high' && <b>{confidenceLabels[target.confidence]}</b>}
          </button>
        </div>
        <ul className="verdict-rules">
          {verdict.rules.map((rule) => {
            const isActive = isSameFilter(filter, { kind: 'short-of', rule });
            return (
              <li key={ruleKey(rule)}>
                <RuleMeter
                  rule={rule}
                  standard={standard}
                  builtIn={target.builtIn.find((each) => ruleKey(each) === ruleKey(rule))}
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
      </div>
      <PrerequisiteLine />
    </section>
  );
}
