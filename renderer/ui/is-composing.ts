/**
 * Whether a key belongs to an input method that is still composing. `isComposing` alone is not enough: some input
 * methods send the Enter that takes a candidate after it went back to false, with key code 229.
 */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}
