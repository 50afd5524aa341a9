import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const sheets = sources.filter((file) => file.endsWith('.css'))
const modules = sheets.filter((file) => file.endsWith('.module.css'))
const scripts = sources.filter((file) => /\.tsx?$/.test(file))

/** The CSS colours that have a name; `transparent`, `currentColor` and the system's own are no raw colours. */
const NAMED_COLOURS = new Set(
  `aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
  cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray
  darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
  darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue
  firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew
  hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
  lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
  lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
  mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred
  midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
  palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple
  rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue
  slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white
  whitesmoke yellow yellowgreen`.split(/\s+/),
)

const RAW_COLOUR = /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^)]*\)/gi

/** A style sheet without its comments and strings, as what opens each block and what is declared in them. */
function readSheet(text: string) {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/"[^"\n]*"|'[^'\n]*'|url\([^)]*\)/g, '""')
  const preludes: string[] = []
  const declarations: string[] = []
  let piece = ''
  for (const character of bare) {
    if (!'{};'.includes(character)) piece += character
    else {
      const found = piece.trim().replace(/\s+/g, ' ')
      if (found) (character === '{' ? preludes : declarations).push(found)
      piece = ''
    }
  }
  const selectors = preludes.filter((prelude) => !prelude.startsWith('@') || prelude.startsWith('@scope'))
  return { selectors, declarations }
}

/** The classes that a CSS module defines. */
function classesDefined(file: string) {
  const { selectors } = readSheet(textOf(file))
  return new Set(
    selectors.flatMap((selector) => Array.from(selector.matchAll(/\.([a-z_][\w-]*)/gi), ([, name = '']) => name)),
  )
}

/** The CSS modules that a script imports: under which name, from which file, and which of its classes it uses. */
function modulesUsed(script: string) {
  const text = textOf(script)
  return Array.from(text.matchAll(/import (\w+) from '(.+?\.module\.css)'/g), ([, name = '', path = '']) => ({
    script,
    file: posix.join(posix.dirname(script), path),
    classes: Array.from(text.matchAll(new RegExp(`\\b${name}(?:\\.|\\[')([\\w-]+)`, 'g')), ([, used = '']) => used),
    isComputed: new RegExp(`\\b${name}\\[(?!')`).test(text),
  }))
}

/** Colours in a declaration that are not taken from a token. */
function rawColours(declaration: string) {
  const value = declaration.slice(declaration.indexOf(':') + 1)
  const names = value.toLowerCase().match(/(?<![\w-])[a-z]+(?![\w(-])/g) ?? []
  return [...(value.match(RAW_COLOUR) ?? []), ...names.filter((name) => NAMED_COLOURS.has(name))]
}

describe('class names', () => {
  const uses = scripts.flatMap((script) => modulesUsed(script))

  it('are all defined in the module that they are taken from', () => {
    const undefinedOnes = uses.flatMap(({ script, file, classes }) => {
      const defined = classesDefined(file)
      return classes.filter((name) => !defined.has(name)).map((name) => `${script}: ${name} is not in ${file}`)
    })
    expect(undefinedOnes).toEqual([])
  })

  it('are all used', () => {
    const unused = modules.flatMap((file) => {
      const used = new Set(uses.filter((use) => use.file === file).flatMap(({ classes }) => classes))
      return [...classesDefined(file)].filter((name) => !used.has(name)).map((name) => `${file}: .${name}`)
    })
    expect(unused).toEqual([])
  })

  it('stand in the text, never computed: what changes is a data- or aria- attribute', () => {
    expect(uses.filter(({ isComputed }) => isComputed).map(({ script }) => script)).toEqual([])
  })
})

describe('style sheets', () => {
  it('take every colour from the tokens', () => {
    const raw = sheets
      .filter((file) => file !== 'src/styles/tokens.css')
      .flatMap((file) =>
        readSheet(textOf(file))
          .declarations.filter((declaration) => rawColours(declaration).length > 0)
          .map((declaration) => `${file}: ${declaration}`),
      )
    expect(raw).toEqual([])
  })

  it('know a raw colour when they see one', () => {
    const declarations = [
      'color: #fff',
      'color: rgb(0 0 0 / .5)',
      'border: 1px solid red',
      'color: var(--red)',
      'all: unset',
    ]
    expect(declarations.map((declaration) => rawColours(declaration).length)).toEqual([1, 1, 1, 0, 0])
  })

  it('never say !important', () => {
    expect(
      sheets.filter((file) => readSheet(textOf(file)).declarations.some((text) => /!\s*important/i.test(text))),
    ).toEqual([])
  })

  it('select by class, element or attribute, never by id', () => {
    expect(sheets.filter((file) => readSheet(textOf(file)).selectors.some((text) => /#[\w-]/.test(text)))).toEqual([])
  })
})
