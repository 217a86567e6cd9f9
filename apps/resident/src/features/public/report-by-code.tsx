import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { ApiProblem, type Answer } from '@zhanggui/client'
import { StatePanel, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import { Failed, Loading } from '../../kit/states.tsx'
import { SettingsCard } from '../../settings/settings-card.tsx'
import { CodeForm } from './code-form.tsx'
import { CodeSent } from './code-sent.tsx'
import { readFollowed } from './followed.ts'
import { withReportingWords } from '../../settings/reporting-words.ts'
import { withVisitorWords } from '../../settings/visitor-words.ts'
import './public.css'

/** Reporting by the QR code on a wall: no account, the place is named by the code. */
const ReportByCodeScreen = ({ token }: { token: string }) => {
  const t = useT<'resident' | 'reporting' | 'visitor'>()
  const place = useQuery({
    queryKey: ['place-code', token],
    queryFn: ({ signal }) => api.readPlaceCode({ body: { token }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [receipt, setReceipt] = useState<Answer<'openPublicCase'> | null>(null)
  const [before, setBefore] = useState(readFollowed)

  if (receipt && place.data) {
    return (
      <CodeSent
        receipt={receipt}
        place={place.data}
        another={() => {
          setBefore(readFollowed())
          setReceipt(null)
        }}
      />
    )
  }
  if (place.data) {
    return (
      <div className="r-public">
        <CodeForm token={token} place={place.data} before={before} onSent={setReceipt} />
        <SettingsCard short />
      </div>
    )
  }
  if (!place.error) return <Loading />
  return isEnded(place.error) ? (
    <StatePanel state="missing" title={t('resident.code.ended')} text={t('resident.code.endedText')} />
  ) : (
    <Failed problem={place.error} again={() => void place.refetch()} busy={place.isFetching} />
  )
}

/** A code that was replaced, never existed, or was cut off while it was copied. */
function isEnded(problem: unknown): boolean {
  return (
    problem instanceof ApiProblem &&
    (problem.status === 404 || problem.status === 422 || problem.status === 410)
  )
}

export const ReportByCode = withReportingWords(withVisitorWords(ReportByCodeScreen))
