import { NumberField } from '../ui/number-field.tsx';

/** Points, kept in tenths: 2.5 is 25. More than one decimal arrives as `NaN`, which every schema refuses. */
export function PointsField({
  tenths,
  onChange,
  mayBeNegative = false,
  ...rest
}: {
  tenths: number | null;
  onChange(tenths: number | null): void;
  mayBeNegative?: boolean;
  isFirst?: boolean;
  label?: string;
  size?: 'small' | 'middle' | 'large';
  placeholder?: string;
  onEnter?: () => void;
}) {
  return (
    <NumberField
      {...rest}
      isWhole={false}
      {...(mayBeNegative ? {} : { least: 0 })}
      most={10_000}
      value={tenths === null ? null : tenths / 10}
      onChange={(points) => onChange(points === null ? null : toTenths(points))}
    />
  );
}

function toTenths(points: number): number {
  const tenths = Math.round(points * 10);
  return Math.abs(points * 10 - tenths) < 1e-6 ? tenths : Number.NaN;
}
