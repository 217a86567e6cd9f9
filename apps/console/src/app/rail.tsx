import {
  ApartmentOutlined,
  BarChartOutlined,
  CheckSquareOutlined,
  FileTextOutlined,
  InboxOutlined,
  SettingOutlined,
} from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Mark } from '../shared/mark.tsx'
import { useSay } from '../shared/say.tsx'
import { useSession } from '../shared/session.tsx'
import { type Destination, entries, visibleEntries } from './navigation.ts'

const icons: Record<Destination, ReactNode> = {
  desk: <InboxOutlined />,
  cases: <FileTextOutlined />,
  promises: <CheckSquareOutlined />,
  homes: <ApartmentOutlined />,
  boards: <BarChartOutlined />,
  settings: <SettingOutlined />,
}

/** The dark rail at the side; on phones, the bar at the bottom. */
export function Rail() {
  const say = useSay()
  const { can } = useSession()
  return (
    <nav className="rail" aria-label={say('desk.nav.label')}>
      <span className="rail-mark">
        <Mark />
      </span>
      {visibleEntries(can).map((each) => (
        <Link
          key={each}
          to={entries[each].to}
          className="rail-entry"
          activeOptions={{ exact: each === 'desk', includeSearch: false }}
        >
          {icons[each]}
          <span>{say(`desk.nav.${each}`)}</span>
        </Link>
      ))}
    </nav>
  )
}
