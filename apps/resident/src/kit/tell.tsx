import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { Icon } from '@zhanggui/ui'
import './tell.css'

type Tell = (words: string, look?: 'good' | 'bad') => void

const TellContext = createContext<Tell>(() => undefined)

/** Says in a few words what just happened, on the screen and to a screen reader; gone after some seconds. */
export const useTell = (): Tell => use(TellContext)

export const TellProvider = ({ children }: { children: ReactNode }) => {
  const [said, setSaid] = useState<{ words: string; look: 'good' | 'bad'; count: number } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const tell = useCallback<Tell>((words, look = 'good') => {
    clearTimeout(timer.current)
    setSaid((before) => ({ words, look, count: (before?.count ?? 0) + 1 }))
    timer.current = setTimeout(() => setSaid(null), Math.max(4000, words.length * 220))
  }, [])
  const value = useMemo(() => tell, [tell])
  return (
    <TellContext value={value}>
      {children}
      <div className="r-told" role="status" aria-live="polite">
        {said && (
          <div key={said.count} className="r-told-words" data-look={said.look}>
            <Icon name={said.look === 'good' ? 'checkCircle' : 'info'} />
            <span>{said.words}</span>
          </div>
        )}
      </div>
    </TellContext>
  )
}
