import { useMemo, useState } from 'react'
import { encode } from 'uqr'
import { Citations } from '../../../components/Citations/Citations.tsx'
import { QrCode } from '../../../components/QrCode/QrCode.tsx'
import { QuoteImage } from '../../../components/QuoteImage/QuoteImage.tsx'
import { ShareCard, SharePart } from '../../../components/ShareCard/ShareCard.tsx'
import { attributedHtml, attributeQuote } from '../../../domain/attributeQuote.ts'
import { citeAnswer } from '../../../domain/cite.ts'
import { partOf } from '../../../domain/exchanges.ts'
import { indexOfTurn, speakerOf, textDirection, turnAt, turnText, type Interview } from '../../../domain/interview.ts'
import { START, type Place } from '../../../domain/link.ts'
import { sentencesOf } from '../../../domain/sentences.ts'
import { hueOf, sectionOf, topicById } from '../../../domain/topics.ts'
import type { SharePartName, ShareScope, Sharing, TurnRange } from '../../../state/linkSlice.ts'
import { useApp } from '../../../state/StoreProvider.tsx'
import { useReaderSite } from '../../useReaderSite.ts'
import { saveFile } from '../../saveFile.ts'
import { MarginPlace } from '../margin/MarginPlace.tsx'
import { shareAddress, wordsOf } from './shareAddress.ts'

/** How much of what is shared the card shows, in UTF-16 code units. */
const EXCERPT_LENGTH = 140

/** The share card, joined to what is shared: a turn, words in it, or its topic. */
export function ShareRegion({ interview, sharing }: { interview: Interview; sharing: Sharing }) {
  const { turn, range: chosen } = sharing
  const index = indexOfTurn(interview, turn) ?? 0
  const section = sectionOf(interview, index)
  const [scope, setScope] = useState<ShareScope>(sharing.scope)
  const [part, setPart] = useState<SharePartName | null>(sharing.part)
  const siteUrl = useReaderSite()
  const copy = useApp((state) => state.copy)
  const stop = useApp((state) => state.stopSharing)
  const openShareSheet = useApp((state) => state.openShareSheet)

  const shared = useMemo(() => {
    const said = turnAt(interview, index)
    const range = chosen ?? firstSentence(interview, turn)
    const topicPlace: Place | null = section.topic && { kind: 'topic', topic: section.topic }
    const turnPlace: Place = { kind: 'turn', turn }
    const place = scope === 'interview' ? START : (scope === 'topic' && topicPlace) || turnPlace
    const words = scope === 'sentence' ? wordsOf(interview, range) : turnText(said)
    const url = shareAddress(interview, { place, range: scope === 'sentence' ? range : null, siteUrl })
    const attribution = attributeQuote({ interview, place: { kind: 'turn', turn }, quote: words, url })
    return { place, words, url, attribution, speaker: speakerOf(interview, said) }
  }, [interview, index, turn, chosen, scope, section, siteUrl])
  const { place, words, url, attribution, speaker } = shared
  const { role, number } = partOf(interview, index)
  const topic = section.topic && topicById(interview, section.topic)
  const excerpt = words.length > EXCERPT_LENGTH ? `${words.slice(0, EXCERPT_LENGTH).replace(/\s+\S*$/, '')}…` : words
  const nameOfTurn = number === null ? 'Turn' : role === 'guest' ? 'Answer' : 'Question'
  const names = { answer: nameOfTurn, sentence: 'Sentence', topic: 'Topic', interview: 'All' }
  const excerpts = {
    answer: `“${excerpt}”`,
    sentence: `“${excerpt}”`,
    topic: topic?.label ?? '',
    interview: interview.shortTitle,
  }

  return (
    <MarginPlace onClose={stop}>
      <ShareCard<ShareScope>
        heading={`Share this ${scope === 'answer' ? nameOfTurn.toLowerCase() : scope}`}
        excerpt={excerpts[scope]}
        language={interview.language}
        address={url}
        scopes={(['answer', 'sentence', 'topic', 'interview'] as const)
          .filter((each) => each !== 'topic' || topic)
          .map((each) => ({ scope: each, name: names[each] }))}
        scope={scope}
        onShare={openShareSheet && (() => openShareSheet({ title: interview.shortTitle, text: attribution.text, url }))}
        onChooseScope={setScope}
        onCopyAddress={() => void copy({ text: url }, 'Link')}
        onCopyQuote={() => void copy({ text: attribution.text, html: attributedHtml(attribution) }, 'Quote')}
        onClose={stop}
      >
        <SharePart
          name="Cite"
          hint="APA · MLA · Chicago · BibTeX"
          isOpen={part === 'cite'}
          onToggle={(isOpen) => setPart(isOpen ? 'cite' : null)}
        >
          {() => (
            <Citations
              citations={citeAnswer({
                interview,
                place,
                url,
                accessed: today(),
                ...(scope === 'sentence' && { quote: words }),
              })}
              onCopy={(text, style) => void copy({ text }, `${style} citation`)}
            />
          )}
        </SharePart>
        <SharePart
          name="Quote image"
          hint="PNG"
          isOpen={part === 'image'}
          onToggle={(isOpen) => setPart(isOpen ? 'image' : null)}
        >
          {() => (
            <QuoteImage
              picture={{
                words: `“${words.replaceAll(/\s+/g, ' ')}”`,
                speaker: speaker.name,
                source: [interview.shortTitle, interview.publication].filter(Boolean).join(' · '),
                isRtl: textDirection(interview.language) === 'rtl',
              }}
              hue={hueOf(interview, section.topic)}
              fileName={turn}
              onSave={saveFile}
            />
          )}
        </SharePart>
        <SharePart
          name="QR code"
          hint="for paper and screens"
          isOpen={part === 'code'}
          onToggle={(isOpen) => setPart(isOpen ? 'code' : null)}
        >
          {() => (
            <QrCode modules={encode(shortAddress(url), { border: 4 }).data} name={`QR code of ${shortAddress(url)}`} />
          )}
        </SharePart>
      </ShareCard>
    </MarginPlace>
  )
}

/** The densest code that phones read well from a screen or a page holds about so many bytes (ISO/IEC 18004, version 20). */
const MOST_IN_CODE = 800

/** An address as a code holds it: without the fragment for other software, and without words that would make it too dense. */
function shortAddress(url: string): string {
  const [address = ''] = url.split('#')
  return address.length <= MOST_IN_CODE ? address : address.replace(/[?&]quote=[^&]*/, '')
}

/** What a citation says of the day on which the reader saw it, as an ISO 8601 date in their own time. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** A sentence is looked for in so much of a turn, in UTF-16 code units. */
const LONGEST_SENTENCE = 2000

function firstSentence(interview: Interview, turn: TurnRange['turn']): TurnRange {
  const text = turnText(turnAt(interview, indexOfTurn(interview, turn) ?? 0)).slice(0, LONGEST_SENTENCE)
  const [first] = sentencesOf(text, interview.language)
  return { turn, start: first?.start ?? 0, end: first?.end ?? text.length }
}
