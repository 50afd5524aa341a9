import { useLocation } from 'react-router-dom'
import { carriesMore } from '../../../domain/address.ts'
import type { Interview } from '../../../domain/interview.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import { LandingRegion } from './LandingRegion.tsx'
import { LinkRegion } from './LinkRegion.tsx'
import { MarkedWords } from './MarkedWords.tsx'
import { ShareRegion } from './ShareRegion.tsx'

/** Both ends of a link: what the reader is about to share, and what there is to say of the link that led here. */
export function SharingRegion({ interview }: { interview: Interview }) {
  const { search } = useLocation()
  const landing = useApp((state) => state.landing)
  const marked = useApp((state) => state.marked)
  const sharing = useApp((state) => state.sharing)
  return (
    <>
      {carriesMore(search) && <LinkRegion interview={interview} />}
      {marked && <MarkedWords range={marked} />}
      {landing && !sharing && <LandingRegion interview={interview} landing={landing} />}
      {sharing && <ShareRegion key={sharing.request} interview={interview} sharing={sharing} />}
    </>
  )
}
