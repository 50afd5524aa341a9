import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildFixture } from './buildFixture.ts'
import { madeInterview, textOf } from '../../bench/speed/interviews.mjs'
import { prerenderPlugin } from '../../src/build/prerenderPlugin.ts'
import { pathOfPlace, START } from '../../src/domain/link.ts'
import { turnAt, type Interview } from '../../src/domain/interview.ts'
import { CHUNK_TURNS } from '../../src/components/Transcript/chunks.ts'
import { Parts } from '../../src/domain/parts.ts'
import site from '../../vite.config.ts'
import { interviewFrom } from './interviews.ts'

const TURNS = 10_000
const TEXT = textOf(madeInterview(TURNS))

/** An interview that is published part by part. */
export function longInterview(): Interview {
  return interviewFrom(`made-${TURNS}`, TEXT)
}

/** The turns of the long interview whose pages are built, by index, each for what it is to show. */
export function turnsOfLongSite() {
  const { starts } = new Parts(longInterview())
  const startOf = (part: number) => starts[part - 1] ?? 0
  return {
    /** Somewhere in the middle of the fifth part. */
    answer: startOf(5) + 31,
    /** The third part begins with the next one. */
    lastOfSecond: startOf(3) - 1,
    /** The sixth part, whole. */
    firstOfSixth: startOf(6),
    /** In a part that nothing else leads to. */
    far: startOf(20) + 40,
    /** Far down: the first of its chunk, so that what is above it is in another. */
    deep: startOf(Math.round((starts.length * 2) / 3)) + CHUNK_TURNS,
  } as const
}

/** Builds a site with one long interview, and of its pages those that tests open. */
export async function buildLongSite(folder: string): Promise<void> {
  const interview = longInterview()
  const built = new Set([
    pathOfPlace(interview, START),
    ...interview.topics.slice(0, 2).map(({ id }) => pathOfPlace(interview, { kind: 'topic', topic: id })),
    ...Object.values(turnsOfLongSite())
      .flatMap((index) => Array.from({ length: 13 }, (_, near) => index - 6 + near))
      .map((index) => pathOfPlace(interview, { kind: 'turn', turn: turnAt(interview, index).id })),
  ])
  await rm(folder, { recursive: true, force: true })
  await cp('public', join(folder, 'public'), { recursive: true, filter: (file) => !file.endsWith('.md') })
  await mkdir(join(folder, 'public', 'interviews'), { recursive: true })
  await writeFile(join(folder, 'public', 'interviews', `${interview.id}.md`), TEXT)
  const prerender = prerenderPlugin({
    siteUrl: 'http://localhost:4173/',
    links: join(folder, 'links'),
    only: (path) => built.has(path),
  })
  const settings = {
    ...site,
    configFile: false,
    publicDir: join(folder, 'public'),
    logLevel: 'error',
    build: { ...site.build, outDir: join(folder, 'out'), emptyOutDir: true },
    plugins: (site.plugins ?? []).map((plugin) =>
      plugin && 'name' in plugin && plugin.name === prerender.name ? prerender : plugin,
    ),
  } as const
  await buildFixture(settings)
}
