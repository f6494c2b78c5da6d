import './trend-line.css';

interface TrendLineProps {
  /** The numbers in words: the picture itself says nothing to a screen reader. */
  readonly label: string;
  /** In the order of time; undefined leaves a gap. */
  readonly values: readonly (number | undefined)[];
  readonly target: number | undefined;
}

const [width, height, margin] = [220, 52, 5];

/** A small line of values, the target dashed. Nothing is drawn before there are two values. */
export function TrendLine({ label, values: given, target }: TrendLineProps) {
  const isKnown = (value: number | undefined) => value !== undefined;
  const values = given.slice(given.findIndex(isKnown), given.findLastIndex(isKnown) + 1);
  const known = values.filter((value) => value !== undefined);
  if (known.length < 2) return null;
  const scale = target === undefined ? known : [...known, target];
  const [low, high] = [Math.min(...scale), Math.max(...scale)];
  const x = (index: number) => margin + (index / (values.length - 1)) * (width - margin * 2);
  const y = (value: number) =>
    high === low ? height / 2 : height - margin - ((value - low) / (high - low)) * (height - margin * 2);
  const last = values.length - 1;
  return (
    <svg
      className="trend-line"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {target !== undefined && <line className="trend-target" x1={0} x2={width} y1={y(target)} y2={y(target)} />}
      <path d={pathOf(values.map((value, index) => (value === undefined ? undefined : [x(index), y(value)])))} />
      {values.map(
        (value, index) =>
          value !== undefined && (
            <circle
              key={index}
              className={index === last ? 'trend-last' : undefined}
              cx={x(index)}
              cy={y(value)}
              r={index === last ? 3 : 2}
            />
          ),
      )}
    </svg>
  );
}

/** Neighbours are joined; a gap lifts the pen. */
function pathOf(points: readonly (readonly [number, number] | undefined)[]): string {
  return points
    .map((point, index) => point && `${points[index - 1] ? 'L' : 'M'}${point[0].toFixed(1)} ${point[1].toFixed(1)}`)
    .filter(Boolean)
    .join('');
}
