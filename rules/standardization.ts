import type { Indicator } from '../contract/assessment.ts';

/**
 * Sums of a 标准化规范化 sheet. LOCAL: dimensions and weights are the superior's (domain.md §7.2); only the
 * arithmetic is here. What is not scored is counted apart and never as zero; a veto decides alone.
 */
export interface StandardizationTotals {
  /** Scores plus bonus; null while nothing is scored. */
  total: number | null;
  /** Sum of the weights of scored indicators. */
  possible: number;
  unscored: number;
  isVetoed: boolean;
  dimensions: { dimension: string; weight: number; score: number | null; unscored: number }[];
}

export function standardizationTotals(indicators: readonly Indicator[]): StandardizationTotals {
  const dimensions = new Map<string, Indicator[]>();
  for (const indicator of indicators)
    dimensions.set(indicator.dimension, [...(dimensions.get(indicator.dimension) ?? []), indicator]);
  return {
    total: sumOfScores(indicators),
    possible: sum(scored(indicators).map((indicator) => indicator.weight)),
    unscored: countUnscored(indicators),
    isVetoed: indicators.some((indicator) => indicator.kind === 'veto' && indicator.isVetoed),
    dimensions: [...dimensions].map(([dimension, among]) => ({
      dimension,
      weight: sum(scored(among).map((indicator) => indicator.weight)),
      score: sumOfScores(among),
      unscored: countUnscored(among),
    })),
  };
}

function scored(indicators: readonly Indicator[]): Indicator[] {
  return indicators.filter((indicator) => indicator.kind === 'scored');
}

function countUnscored(indicators: readonly Indicator[]): number {
  return scored(indicators).filter((indicator) => indicator.score === null).length;
}

function sumOfScores(indicators: readonly Indicator[]): number | null {
  const scores = indicators
    .filter((indicator) => indicator.kind !== 'veto')
    .flatMap((indicator) => (indicator.score === null ? [] : [indicator.score]));
  return scores.length === 0 ? null : sum(scores);
}

/** Scores may have halves and tenths: summed in hundredths, so that 0.1 + 0.2 is 0.3. */
function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.round(value * 100), 0) / 100;
}
