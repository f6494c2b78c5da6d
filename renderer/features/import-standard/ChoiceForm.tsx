import { useEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { useServices } from '../../app/services.ts';
import { useImport } from './import-context.ts';
import { likelyChoice, likelyWorded, type Choice } from './import-choice.ts';

export interface PlanProps<Chosen extends Choice> {
  readonly standards: readonly StandardSummary[];
  readonly packId: string | undefined;
  readonly choice: Chosen;
  readonly onChoose: (choice: Choice) => void;
}

/** Which of the two, and under the chosen one what it asks for. */
export function ChoiceForm({
  standards,
  packId,
  choice,
  onChoose,
  children,
}: PlanProps<Choice> & { readonly children: ReactNode }) {
  const { app } = useServices();
  const box = useRef<HTMLFieldSetElement>(null);
  // Another choice is another form: the keyboard stays on what was chosen.
  useEffect(() => box.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  const { draft } = useImport();
  const rounds = useStore(app, (state) => state.rounds);
  const pack = { id: draft.pack?.id ?? '', title: draft.pack?.title ?? '' };
  const ground = { pack, standards, rounds };
  const chooseOwn = () => {
    const likely = likelyChoice(ground, undefined);
    if (likely.kind === 'own') onChoose(likely);
  };
  return (
    <fieldset className="choice" ref={box}>
      <legend>这个文件是</legend>
      <div className={`choice-way${choice.kind === 'own' ? ' choice-chosen' : ''}`}>
        <label>
          <input type="radio" name="choice" checked={choice.kind === 'own'} onChange={chooseOwn} />
          <b>本院标准</b>
          <span>结构和要点都按这个文件，可以建轮次、评分、导出，也可以再编辑。</span>
        </label>
        {choice.kind === 'own' && children}
      </div>
      <div className={`choice-way${choice.kind === 'official' ? ' choice-chosen' : ''}`}>
        <label>
          <input
            type="radio"
            name="choice"
            checked={choice.kind === 'official'}
            onChange={() => onChoose({ kind: 'official', packId: likelyWorded(ground, packId) })}
          />
          <b>已有标准的官方原文</b>
          <span>按编号放到每一条旁边，评分时可对照；标准的结构、规则和评分都不变。</span>
        </label>
        {choice.kind === 'official' && children}
      </div>
    </fieldset>
  );
}
