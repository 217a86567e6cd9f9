import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { localeNames, locales, type Locale } from '@zhanggui/messages'
import { Tag } from '@zhanggui/ui'
import { Button, Form, Input, Segmented } from 'antd'
import { api } from '../../../shared/api.ts'
import { choose, themeChoices, usePreferences } from '../../../shared/preferences.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { ActTrouble, Loaded } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { Totp } from '../parts/totp.tsx'

/** My account: who I am here, where I am signed in, password, second factor, language and look. */
export function AccountScreen() {
  const say = useSay()
  const { me, community } = useSession()
  return (
    <>
      <header className="page-head">
        <h1>{say('desk.settings.account')}</h1>
      </header>
      <section className="card">
        <h2>{me.account.name}</h2>
        <dl className="facts">
          {me.organization && (
            <>
              <dt>{say('desk.account.organization')}</dt>
              <dd>{me.organization.name}</dd>
            </>
          )}
          <dt>{say('desk.account.roles')}</dt>
          <dd>
            {community.roles.map((role) => say(`role.${role}`)).join(say('desk.list.join'))}
            {community.team && ` · ${say(`team.${community.team}`)}`}
          </dd>
          <dt>{say('desk.account.communities')}</dt>
          <dd>{me.communities.map((each) => each.name).join(say('desk.list.join'))}</dd>
        </dl>
      </section>
      <Looks />
      <Sessions />
      <section className="card">
        <h2>{say('desk.account.password')}</h2>
        <Password />
      </section>
      <section className="card">
        <h2>{say('desk.totp.title')}</h2>
        <Totp />
      </section>
    </>
  )
}

function Looks() {
  const say = useSay()
  const { locale, theme } = usePreferences()
  const save = useMutation({
    mutationFn: (chosen: Locale) => api.setPreferences({ body: { locale: chosen } }),
  })
  return (
    <section className="card">
      <h2>{say('desk.account.looks')}</h2>
      <div className="choice-line">
        <Segmented<Locale>
          aria-label={say('desk.menu.language')}
          value={locale}
          options={locales.map((each) => ({
            value: each,
            label: <span lang={each}>{localeNames[each]}</span>,
          }))}
          onChange={(chosen) => {
            choose({ locale: chosen })
            save.mutate(chosen)
          }}
        />
        <Segmented
          aria-label={say('desk.menu.theme')}
          value={theme}
          options={themeChoices.map((each) => ({ value: each, label: say(`desk.theme.${each}`) }))}
          onChange={(chosen) => choose({ theme: chosen })}
        />
      </div>
      <ActTrouble error={save.error} />
    </section>
  )
}

function Sessions() {
  const say = useSay()
  const times = useTimes()
  const client = useQueryClient()
  const query = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => api.listSessions({ signal }) })
  const end = useMutation({
    mutationFn: (id: string) => api.revokeSession({ params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  })
  return (
    <section className="card">
      <h2>{say('desk.account.sessions')}</h2>
      <Loaded query={query} shape="text" rows={3} small>
        {(page) => (
          <ul className="session-list">
            {page.items.map((each) => (
              <li key={each.id}>
                <b>{each.device}</b>
                {each.current && <Tag tone="primary">{say('desk.account.thisOne')}</Tag>}
                <span className="muted small">
                  {say('desk.account.signedIn', { when: times.when(each.signedInAt) })}
                </span>
                <span className="muted small">
                  {say('desk.account.lastSeen', { when: times.when(each.lastSeenAt) })}
                </span>
                {each.current ? (
                  <span />
                ) : (
                  <Button
                    size="small"
                    loading={end.isPending && end.variables === each.id}
                    onClick={() => end.mutate(each.id)}
                  >
                    {say('desk.account.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <ActTrouble error={end.error} />
    </section>
  )
}

type Fields = { current: string; next: string; again: string }

function Password() {
  const say = useSay()
  const client = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const change = useMutation({
    mutationFn: ({ current, next }: Fields) => api.changePassword({ body: { current, next } }),
    onSuccess: () => {
      form.resetFields()
      toast(say('desk.account.passwordChanged'))
      void client.invalidateQueries({ queryKey: ['sessions'] })
    },
  })
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="account-form"
      onFinish={(fields) => change.mutate(fields)}
    >
      <Form.Item
        name="current"
        label={say('desk.password.current')}
        rules={[{ required: true, message: say('desk.door.passwordNeeded') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="next"
        label={say('desk.password.new')}
        extra={say('desk.password.rule')}
        rules={[{ required: true, min: 10, message: say('desk.password.tooShort') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={say('desk.password.again')}
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(say('desk.password.differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Button htmlType="submit" loading={change.isPending}>
        {say('desk.account.changePassword')}
      </Button>
      <ActTrouble error={change.error} />
    </Form>
  )
}
