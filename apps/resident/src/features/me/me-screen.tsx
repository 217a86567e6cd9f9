import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Avatar, Button, Icon, useFormat, useT, type IconName } from '@zhanggui/ui'
import { Link } from 'wouter'
import { api } from '../../data/api.ts'
import { homesQuery, meQuery, type Me, type MyHome } from '../../data/queries.ts'
import { useAct } from '../../data/use-act.ts'
import { Page } from '../../kit/page.tsx'
import { Failed, Loading } from '../../kit/states.tsx'
import { SettingsCard } from '../../settings/settings-card.tsx'
import './me.css'

/** Me, my household, what is known of me, and how the page looks. */
export const MeScreen = ({ me }: { me: Me }) => {
  const t = useT<'resident' | 'household'>()
  const client = useQueryClient()
  const homes = useQuery(homesQuery)
  const leave = useAct({
    send: () => api.signOut({}),
    done: () => {
      // First who is here, so that the way in is shown; then everything that was theirs.
      client.setQueryData(meQuery.queryKey, null)
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] })
    },
  })
  return (
    <Page title={t('resident.tab.me')}>
      <section className="r-card r-who">
        <Avatar name={me.account.name} kind="resident" />
        <div>
          <p className="r-who-name">{me.account.name}</p>
          <p className="r-quiet">{me.communities.map((it) => it.name).join(t('resident.comma'))}</p>
        </div>
      </section>
      {homes.data ? (
        <>
          {homes.data.map((it) => (
            <Household key={it.home.id} it={it} me={me.account.name} />
          ))}
          <p className="r-quiet r-lead">{t('resident.household.correct')}</p>
        </>
      ) : homes.error ? (
        <div className="r-card">
          <Failed problem={homes.error} again={() => void homes.refetch()} busy={homes.isFetching} />
        </div>
      ) : (
        <Loading cards={1} />
      )}
      <ul className="r-card r-rows">
        <Row to="/app/cases" icon="case" label={t('resident.cases.title')} />
        <Row to="/app/messages" icon="notice" label={t('resident.messages.title')} />
        <Row
          to="/app/me/access"
          icon="eye"
          label={t('resident.access.title')}
          more={t('resident.access.row')}
        />
        <Row
          to="/app/me/sessions"
          icon="lock"
          label={t('resident.sessions.title')}
          more={t('resident.sessions.row')}
        />
      </ul>
      <SettingsCard
        onLocale={(locale) => void api.setPreferences({ body: { locale } }).catch(() => undefined)}
      />
      <Button data-wide icon="leave" busy={leave.isPending} onClick={() => leave.mutate(undefined)}>
        {t('resident.me.signOut')}
      </Button>
      <p className="r-quiet r-me-foot">{t('resident.me.foot')}</p>
    </Page>
  )
}

const Household = ({ it, me }: { it: MyHome; me: string }) => {
  const t = useT<'resident' | 'household'>()
  const format = useFormat()
  return (
    <section className="r-card">
      <h2>{it.home.label}</h2>
      <p className="r-quiet">
        {t('resident.household.facts', {
          community: it.communityName,
          area: format.area(it.area),
          role: t(`role.${it.role}`),
        })}
      </p>
      {it.household.length > 0 && (
        <ul className="r-household" aria-label={t('resident.household.title')}>
          {it.household.map((person, index) => (
            <li key={`${person.name}-${index}`}>
              <Icon name="user" />
              <span>
                {person.name === me ? t('resident.household.me', { name: person.name }) : person.name}
              </span>
              <span className="r-row-value">{t(`role.${person.role}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Row = ({ to, icon, label, more }: { to: string; icon: IconName; label: string; more?: string }) => (
  <li>
    <Link href={to} className="r-row">
      <Icon name={icon} />
      <span className="r-row-words">
        <span>{label}</span>
        {more && <span className="r-quiet">{more}</span>}
      </span>
      <Icon name="right" />
    </Link>
  </li>
)
