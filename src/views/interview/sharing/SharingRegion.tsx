import { useLocation } from 'react-router-dom'
import { carriesMore } from '../../../domain/address.ts'
import type { Interview } from '../../../domain/interview.ts'
import type { PartSources } from '../../../domain/ports.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import { LandingRegion } from './LandingRegion.tsx'
import { LinkRegion } from './LinkRegion.tsx'
import { LookingRegion } from './LookingRegion.tsx'
import { MarkedWords } from './MarkedWords.tsx'
import { ShareRegion } from './ShareRegion.tsx'

interface SharingRegionProps {
  readonly interview: Interview
  /** The other parts of a long interview, where what a link pointed at may be. */
  readonly parts: PartSources | undefined
}

/** Both ends of a link: what the reader is about to share, and what there is to say of the link that led here. */
export function SharingRegion({ interview, parts }: SharingRegionProps) {
  const { search } = useLocation()
  const landing = useApp((state) => state.landing)
  const marked = useApp((state) => state.marked)
  const sharing = useApp((state) => state.sharing)
  return (
    <>
      {carriesMore(search) && <LinkRegion interview={interview} />}
      {marked && <MarkedWords key={interview.part?.number} range={marked} />}
      {landing?.kind === 'looking' && parts && (
        <LookingRegion interview={interview} parts={parts} looking={landing} isShown={!sharing} />
      )}
      {landing && landing.kind !== 'looking' && !sharing && <LandingRegion interview={interview} landing={landing} />}
      {sharing && <ShareRegion key={sharing.request} interview={interview} sharing={sharing} />}
    </>
  )
}
