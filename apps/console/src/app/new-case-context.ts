import { createContext, use } from 'react'

/** Opens the new-case drawer; undefined for those who may not open cases. */
export const NewCaseContext = createContext<(() => void) | undefined>(undefined)

export const useNewCase = (): (() => void) | undefined => use(NewCaseContext)
