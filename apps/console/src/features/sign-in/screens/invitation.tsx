import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { StatePanel } from '@zhanggui/ui'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../shared/api.ts'
import { problemText } from '../../../shared/problem.ts'
import { useSay } from '../../../shared/say.tsx'
import { ActTrouble, Loaded } from '../../../shared/states.tsx'
import { useArrive } from '../data.ts'
import { DoorFrame } from '../parts/frame.tsx'

type Fields = { password: string; again: string }

/** An invitation taken up: whom it is for, and a password of one's own. The token stands after #, which no server sees. */
export function InvitationScreen() {
  const say = useSay()
  const [token] = useState(() => location.hash.slice(1))
  const arrive = useArrive(undefined)
  const accept = useMutation({
    mutationFn: ({ password }: Fields) => api.acceptInvitation({ body: { token, password } }),
    onSuccess: arrive,
  })
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.readInvitation({ body: { token }, signal }),
    enabled: token !== '' && !accept.isSuccess,
    retry: false,
  })
  if (token === '' || invitation.isError) {
    return (
      <DoorFrame title={say('desk.invite.title')}>
        <StatePanel
          state="missing"
          title={say('desk.invite.invalid')}
          text={invitation.isError ? problemText(say, invitation.error) : say('desk.invite.noToken')}
          {...(invitation.isError ? { onRetry: () => void invitation.refetch() } : {})}
          action={<Link to="/sign-in">{say('desk.invite.toSignIn')}</Link>}
        />
      </DoorFrame>
    )
  }
  return (
    <DoorFrame title={say('desk.invite.title')}>
      <Loaded query={invitation} shape="text" rows={3}>
        {(it) => (
          <>
            <p className="door-note">
              {say('desk.invite.for', { name: it.name, organization: it.organization, login: it.login })}
            </p>
            <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => accept.mutate(fields)}>
              {/* Lets password managers keep the right name. */}
              <input type="text" name="username" autoComplete="username" value={it.login} readOnly hidden />
              <Form.Item
                name="password"
                label={say('desk.password.new')}
                extra={say('desk.password.rule')}
                rules={[{ required: true, min: 10, message: say('desk.password.tooShort') }]}
              >
                <Input.Password autoFocus autoComplete="new-password" maxLength={200} size="large" />
              </Form.Item>
              <Form.Item
                name="again"
                label={say('desk.password.again')}
                dependencies={['password']}
                rules={[
                  ({ getFieldValue }) => ({
                    validator: (_, value) =>
                      value === getFieldValue('password')
                        ? Promise.resolve()
                        : Promise.reject(new Error(say('desk.password.differs'))),
                  }),
                ]}
              >
                <Input.Password autoComplete="new-password" maxLength={200} size="large" />
              </Form.Item>
              <Button block type="primary" size="large" htmlType="submit" loading={accept.isPending}>
                {say('desk.invite.accept')}
              </Button>
              <ActTrouble error={accept.error} />
            </Form>
          </>
        )}
      </Loaded>
    </DoorFrame>
  )
}
