import { useLayoutEffect, useRef, useState, type DragEvent } from 'react';
import { useStore } from 'zustand';
import { confidenceLabels } from '../../../shared/text/labels.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkedBeside, OfficialBeside } from '../beside-clause/Beside.tsx';
import { EvidencePanel } from '../evidence/EvidencePanel.tsx';
import { NoteField } from './NoteField.tsx';
import { ClauseInputs, ClauseResultBox } from './ClauseEditor.tsx';
import './clause-pane.css';

const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Everything about the selected clause. The whole pane takes dropped files. */
export function ClausePane() {
  const { round, checklist, evidence } = useServices();
  const selected = useStore(checklist, (state) => state.selected);
  const clause = useStore(round, ({ open }) => (selected ? open?.clauseById.get(selected) : undefined));
  const state = useStore(round, ({ states }) => (selected ? states.get(selected) : undefined));
  const isReadOnly = useReadOnly();
  const [isOver, setOver] = useState(false);
  const pane = useRef<HTMLElement>(null);
  const isScrolled = useRef(false);
  // Every clause begins at its top. Only what was scrolled is scrolled back: asking where it is costs a layout a key.
  useLayoutEffect(() => {
    if (isScrolled.current) pane.current?.scrollTo(0, 0);
    isScrolled.current = false;
  }, [clause?.id]);
  if (!clause || !state) return <section className="pane">{<EmptyState text="在左侧选择一个条款" />}</section>;

  const lead = state.leadDepartment || clause.departments[0];
  const others = clause.departments.filter((department) => department !== lead);
  const meta = [
    lead && `牵头 ${lead}`,
    others.length > 0 && `配合 ${others.join('、')}`,
    clause.checks.length > 0 && clause.checks.join('、'),
    clause.optional && '可选条款',
  ].filter(Boolean);
  return (
    <section
      ref={pane}
      onScroll={() => {
        isScrolled.current = true;
      }}
      className={`pane${isOver ? ' pane-over' : ''}`}
      aria-label={`条款 ${clause.code}`}
      data-testid="clause-pane"
      onDragOver={(event) => {
        if (isReadOnly || !carriesFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0 && !isReadOnly) void evidence.getState().add(clause.id, files);
      }}
    >
      <header className="pane-head">
        <h2>
          <span className="pane-code">{clause.code}</span>
          <span className="pane-title" title={clause.title}>
            {clause.title}
          </span>
          {clause.core && (
            <span className="star" role="img" aria-label="核心条款" title="核心条款">
              ★
            </span>
          )}
        </h2>
        <p className="pane-meta">{meta.join(' · ')}</p>
        {(clause.note || clause.confidence) && (
          <p className="pane-hint">
            {clause.confidence && clause.confidence !== 'high' && <b>{confidenceLabels[clause.confidence]}</b>}
            {clause.note}
          </p>
        )}
      </header>
      <ClauseResultBox key={clause.id} clause={clause} state={state} />
      <div className="pane-body">
        <div>
          <ClauseInputs clause={clause} state={state} />
          <OfficialBeside clause={clause} />
        </div>
        <div className="pane-side">
          <EvidencePanel clause={clause} state={state} isOver={isOver} />
          <LinkedBeside clause={clause} state={state} />
          <NoteField key={clause.id} clauseId={clause.id} saved={state.note} />
        </div>
      </div>
    </section>
  );
}
