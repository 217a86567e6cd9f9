import type { ConsentKind, PersonView } from '@zhanggui/contract'
import { consentKinds } from '@zhanggui/contract/words'
import { Button } from 'antd'
import { api } from '../../../shared/api.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { usePersonAct } from '../data.ts'

/** What the person agreed to, when and before whom; silence is not consent. */
export function Consents({ person }: { person: PersonView }) {
  const say = useSay()
  const times = useTimes()
  const { can } = useSession()
  const record = usePersonAct((body: { kind: ConsentKind; given: boolean }) =>
    api.recordConsent({ params: { id: person.id }, body }),
  )
  return (
    <>
      <ul className="consents">
        {consentKinds.map((kind) => {
          const latest = person.consents
            .filter((each) => each.kind === kind)
            .toSorted((a, b) => b.at.localeCompare(a.at))
            .at(0)
          const given = latest?.given === true
          return (
            <li key={kind}>
              <b>{say(`consent.${kind}`)}</b>
              <span className={given ? '' : 'muted'}>
                {latest === undefined
                  ? say('desk.consent.never')
                  : say(given ? 'desk.consent.given' : 'desk.consent.withdrawn', {
                      when: times.when(latest.at),
                      by: latest.by,
                    })}
              </span>
              {can('people.change') ? (
                <Button
                  size="small"
                  loading={record.isPending && record.variables.kind === kind}
                  onClick={() => record.mutate({ kind, given: !given })}
                >
                  {say(given ? 'desk.consent.withdraw' : 'desk.consent.give')}
                </Button>
              ) : (
                <span />
              )}
            </li>
          )
        })}
      </ul>
      <ActTrouble error={record.error} />
    </>
  )
}
