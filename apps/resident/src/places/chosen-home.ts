import { useState } from 'react'
import type { MyHome } from '../data/queries.ts'

const slot = (account: string) => `zhanggui.home.${account}`

function read(account: string): string | null {
  try {
    return localStorage.getItem(slot(account))
  } catch {
    return null
  }
}

/** Which of my homes I am looking at: the one chosen last on this phone, else the first. */
export function useChosenHome(
  account: string,
  homes: readonly MyHome[] | undefined,
): [home: MyHome | undefined, choose: (id: string) => void] {
  const [chosen, setChosen] = useState(() => read(account))
  const choose = (id: string) => {
    setChosen(id)
    try {
      localStorage.setItem(slot(account), id)
    } catch {
      // It holds until the page is closed.
    }
  }
  return [homes?.find((it) => it.home.id === chosen) ?? homes?.[0], choose]
}
