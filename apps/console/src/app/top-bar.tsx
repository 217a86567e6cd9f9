import {
  BulbOutlined,
  CheckOutlined,
  DownOutlined,
  DisconnectOutlined,
  LogoutOutlined,
  PlusOutlined,
  QuestionOutlined,
  TranslationOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { localeNames, locales } from '@zhanggui/messages'
import { Button, Dropdown, type MenuProps, Tooltip } from 'antd'
import { api } from '../shared/api.ts'
import { choose, themeChoices, usePreferences } from '../shared/preferences.ts'
import { queryClient } from '../shared/query-client.ts'
import { countsQuery } from '../shared/queries.ts'
import { useSay } from '../shared/say.tsx'
import { useSession } from '../shared/session.tsx'
import { Bell } from './bell.tsx'
import { useLiveState } from './live.ts'
import { useNewCase } from './new-case-context.ts'
import { SearchBox } from './search-box.tsx'

/** Where one works, what to find, what is late, who one is. */
export function TopBar(props: { onHelp: () => void }) {
  const say = useSay()
  const { can } = useSession()
  const openNewCase = useNewCase()
  return (
    <header className="top">
      <CommunitySwitch />
      {can('case.read') && <SearchBox />}
      <span className="top-space" />
      <LiveMark />
      {can('case.read') && <LateMark />}
      {can('case.read') && <Bell />}
      {openNewCase && (
        <Button type="primary" icon={<PlusOutlined />} className="top-new" onClick={openNewCase}>
          <span className="top-new-words">{say('desk.newCase.button')}</span>
          <kbd aria-hidden>C</kbd>
        </Button>
      )}
      <Tooltip title={say('desk.help.title')}>
        <Button
          type="text"
          shape="circle"
          className="top-help"
          icon={<QuestionOutlined />}
          aria-label={say('desk.help.title')}
          onClick={props.onHelp}
        />
      </Tooltip>
      <PersonMenu />
    </header>
  )
}

function CommunitySwitch() {
  const { me, community, chooseCommunity } = useSession()
  const say = useSay()
  if (me.communities.length < 2) return <strong className="top-community">{community.name}</strong>
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: me.communities.map((each) => ({
          key: each.id,
          icon: tick(each.id === community.id),
          label: each.name,
        })),
        onClick: ({ key }) => chooseCommunity(key),
      }}
    >
      <button
        type="button"
        className="top-community top-switch"
        aria-label={say('desk.shell.switchCommunity', { name: community.name })}
      >
        <strong>{community.name}</strong>
        <DownOutlined />
      </button>
    </Dropdown>
  )
}

function LiveMark() {
  const say = useSay()
  const state = useLiveState()
  if (state !== 'lost') return null
  return (
    <span className="top-lost" role="status">
      <DisconnectOutlined />
      <span>{say('desk.live.lost')}</span>
    </span>
  )
}

function LateMark() {
  const say = useSay()
  const { community } = useSession()
  const counts = useQuery(countsQuery(community.id))
  if (!counts.data || counts.data.late === 0) return null
  return (
    <Link to="/cases" search={{ late: true }} className="top-late">
      {say('desk.late.count', { count: counts.data.late })}
    </Link>
  )
}

const tick = (on: boolean) => (on ? <CheckOutlined /> : <span className="menu-gap" />)

function PersonMenu() {
  const say = useSay()
  const { me } = useSession()
  const { theme, locale } = usePreferences()
  const navigate = useNavigate()
  const signOut = useMutation({
    mutationFn: () => api.signOut({}),
    onSettled: () => {
      queryClient.clear()
      void navigate({ to: '/sign-in' })
    },
  })
  const items: MenuProps['items'] = [
    { key: 'account', icon: <UserOutlined />, label: say('desk.menu.account') },
    { type: 'divider' },
    {
      key: 'language',
      icon: <TranslationOutlined />,
      label: say('desk.menu.language'),
      children: locales.map((each) => ({
        key: `language:${each}`,
        icon: tick(each === locale),
        label: <span lang={each}>{localeNames[each]}</span>,
      })),
    },
    {
      key: 'theme',
      icon: <BulbOutlined />,
      label: say('desk.menu.theme'),
      children: themeChoices.map((each) => ({
        key: `theme:${each}`,
        icon: tick(each === theme),
        label: say(`desk.theme.${each}`),
      })),
    },
    { type: 'divider' },
    { key: 'signOut', icon: <LogoutOutlined />, label: say('desk.menu.signOut') },
  ]
  const onClick = (key: string) => {
    if (key === 'account') void navigate({ to: '/settings/account' })
    if (key === 'signOut') signOut.mutate()
    const language = locales.find((each) => key === `language:${each}`)
    if (language) {
      choose({ locale: language })
      // Messages to this person follow the choice; a lost answer costs only that.
      void api.setPreferences({ body: { locale: language } }).catch(() => undefined)
    }
    const chosen = themeChoices.find((each) => key === `theme:${each}`)
    if (chosen) choose({ theme: chosen })
  }
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => onClick(key) }}>
      <button type="button" className="top-me" aria-label={say('desk.menu.label', { name: me.account.name })}>
        {me.account.name.slice(0, 1)}
      </button>
    </Dropdown>
  )
}
