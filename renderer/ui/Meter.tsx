import './meter.css';

interface MeterProps {
  /** 0 to 100. */
  readonly percent: number;
  /** Where the tick stands, 0 to 100. */
  readonly tick?: number | undefined;
  readonly tone: 'good' | 'bad' | 'accent' | 'muted';
}

/** A bar with a tick. Says nothing to a screen reader: the figures stand beside it. */
export function Meter({ percent, tick, tone }: MeterProps) {
  return (
    <span className={`meter meter-${tone}`} aria-hidden="true">
      <i style={{ width: `${percent}%` }} />
      {tick !== undefined && <u style={{ left: `calc(${tick}% - ${tick > 99 ? 2 : 1}px)` }} />}
    </span>
  );
}
