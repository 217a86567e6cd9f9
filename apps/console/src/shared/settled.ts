import { useEffect, useState } from 'react'

/** The value as it was when it had stood still for this many milliseconds. */
export function useSettled<T>(value: T, milliseconds = 160): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
