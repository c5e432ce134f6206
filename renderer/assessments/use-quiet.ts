import { useEffect, useState } from 'react';

/** A value that follows another once it has been quiet for a moment: what is computed from a draft while she types. */
export function useQuiet<Value>(value: Value, milliseconds = 250): Value {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return quiet;
}
