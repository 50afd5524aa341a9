import { useCallback, useRef } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router-dom'
import { NoticeBar } from '../components/NoticeBar/NoticeBar.tsx'
import { selectIsReadingAloud } from '../state/playbackSelectors.ts'
import { selectAnnouncement } from '../state/selectors.ts'
import { useApp } from '../state/StoreProvider.tsx'
import styles from './Shell.module.css'
import { PageBoundary } from './PageBoundary.tsx'
import { useDocumentPreferences } from './useDocumentPreferences.ts'
import { usePlainClicks } from './usePlainClicks.ts'

/** What every page shares: links that need no loading, the reader's preferences, and what the player has to say. */
export function Shell() {
  const root = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const announcement = useApp(selectAnnouncement)
  const isQuiet = useApp(selectIsReadingAloud)
  const notice = useApp((state) => state.notice)
  const dismiss = useApp((state) => state.dismissNotice)
  useDocumentPreferences()
  usePlainClicks(
    root,
    useCallback(
      (path, link) => {
        if (/\.\w+$/.test(path)) return false // a file: the browser's own business
        void navigate(path + link.search)
        return true
      },
      [navigate],
    ),
  )
  return (
    <div ref={root}>
      <a className={styles.skip} href="#main_text" data-screen-only>
        Skip to the text
      </a>
      <PageBoundary path={pathname}>
        <Outlet />
      </PageBoundary>
      <NoticeBar
        announcement={announcement}
        isQuiet={isQuiet}
        says={notice?.kind === 'copied' ? `${notice.what} copied` : notice?.kind === 'told' ? notice.says : null}
        isDone={notice?.kind === 'copied'}
        uncopied={notice?.kind === 'refused' ? notice.text : null}
        number={notice?.number ?? 0}
        onDismiss={dismiss}
      />
    </div>
  )
}
