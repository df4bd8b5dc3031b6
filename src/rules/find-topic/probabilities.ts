// Arithmetic of probabilities that every scorer shares.

/** Scores as probabilities that add up to 1; a higher sharpness trusts the best more. */
export function softmax(scores: Float64Array, sharpness: number): Float64Array {
  const most = scores.reduce((best, score) => Math.max(best, score), -Infinity)
  const powers = scores.map((score) => Math.exp((score - most) * sharpness))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

/** 1 / (1 + e^-x). */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

/** Log-odds of a probability, kept within ±12. */
export function logOdds(p: number): number {
  const safe = Math.min(1 - 6e-6, Math.max(6e-6, p))
  return Math.log(safe / (1 - safe))
}
