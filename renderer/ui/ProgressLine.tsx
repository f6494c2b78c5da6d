import type { ReactNode } from 'react';
import { Meter } from './Meter.tsx';
import './progress-line.css';

interface ProgressLineProps {
  readonly done: number;
  readonly total: number;
  readonly label: string;
  readonly children?: ReactNode;
}

/** A long piece of work: what, how far, and whatever can be done about it. */
export function ProgressLine({ done, total, label, children }: ProgressLineProps) {
  const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
  return (
    <div className="progress-line">
      <span className="ellipsis" title={label}>
        {label}
      </span>
      <span>{percent}%</span>
      {children}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="progress-line-bar"
      >
        <Meter percent={percent} tone="accent" />
      </div>
    </div>
  );
}
