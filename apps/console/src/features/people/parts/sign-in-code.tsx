import { useMutation } from '@tanstack/react-query'
import type { PersonView } from '@zhanggui/contract'
import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../../shared/api.ts'
import { useSay } from '../../../shared/say.tsx'
import { useTimes } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'

/** A sign-in code handed over at the counter, after the identity was checked; shown once. */
export function SignInCodeDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const say = useSay()
  const times = useTimes()
  const [checked, setChecked] = useState(false)
  const issue = useMutation({ mutationFn: () => api.issueSignInCode({ params: { id: person.id } }) })
  return (
    <Modal
      open
      title={say('desk.code.title', { name: person.name })}
      onCancel={onClose}
      footer={
        issue.data ? (
          <Button type="primary" onClick={onClose}>
            {say('desk.code.done')}
          </Button>
        ) : (
          <Button type="primary" disabled={!checked} loading={issue.isPending} onClick={() => issue.mutate()}>
            {say('desk.code.issue')}
          </Button>
        )
      }
    >
      {issue.data ? (
        <>
          <p className="code-digits" aria-live="polite">
            {issue.data.code}
          </p>
          <p className="muted">{say('desk.code.text', { when: times.deadline(issue.data.expiresAt) })}</p>
        </>
      ) : (
        <>
          <p>{say('desk.code.intro')}</p>
          <p>
            <Checkbox checked={checked} onChange={(event) => setChecked(event.target.checked)}>
              {say('desk.code.checked')}
            </Checkbox>
          </p>
          <ActTrouble error={issue.error} />
        </>
      )}
    </Modal>
  )
}
