import { useRef } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem, newId } from '@zhanggui/client'
import { useT } from '@zhanggui/ui'
import { useTell } from '../kit/tell.tsx'
import { problemText } from './problem.ts'

/**
 * An act of the person on the server. The same body is always sent under the same key, so that pressing again after
 * a lost answer does nothing twice; another body is another act. A failure is told in words, and what the person
 * was looking at is asked for again, because a refusal mostly means that it had moved on.
 */
export function useAct<Input, Answer>(act: {
  send: (input: Input, key: string) => Promise<Answer>
  done?: (answer: Answer, input: Input) => void
  /** Where false, the failure is shown by the caller itself. */
  tellFailure?: boolean
}) {
  const t = useT<'resident'>()
  const tell = useTell()
  const client = useQueryClient()
  const key = useRef({ of: '', is: '' })
  const mutation = useMutation({
    mutationFn: (input: Input) => {
      const of = JSON.stringify(input) ?? ''
      if (key.current.of !== of) key.current = { of, is: newId() }
      return act.send(input, key.current.is)
    },
    onSuccess: (answer, input) => {
      key.current = { of: '', is: '' }
      act.done?.(answer, input)
    },
    onError: (problem) => {
      if (act.tellFailure !== false) tell(problemText(problem, t), 'bad')
      if (problem instanceof ApiProblem && problem.status === 409) void refresh()
    },
  })
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ['cases'] })
    await client.invalidateQueries({ queryKey: ['case'] })
  }
  return mutation
}

/** Asks again for the lists and the case after it has changed. */
export function useCaseChanged(): (id: string) => void {
  const client = useQueryClient()
  return (id) => {
    void client.invalidateQueries({ queryKey: ['cases'] })
    void client.invalidateQueries({ queryKey: ['case', id] })
    void client.invalidateQueries({ queryKey: ['notifications'] })
  }
}
