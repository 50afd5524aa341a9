/** Words that tell about names, in small letters without accents and full stops. Lists that are too short cost little. */
function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}

/** What stands before a name and is no part of it. */
export const TITLES = wordSet(`
  dr prof professor mr mrs ms miss mx sir dame lord lady rev reverend hon sen senator rep gov governor president
  justice judge gen general col colonel maj major capt captain lt sgt amb ambassador herr frau monsieur madame mme mlle
  senor senora sr sra signor signora
`)

/** Words that say that a name is a function or an organisation: it has no family name. */
export const FUNCTIONS = wordSet(`
  editor editors editorial interviewer interviewers host hosts cohost moderator reporter reporters correspondent
  journalist presenter anchor narrator staff team desk board panel audience question questions answer answers guest
  guests speaker expert spokesperson spokesman spokeswoman caller listener reader student participant witness counsel
  court news magazine times post journal review radio television tv podcast show media press agency university college
  school institute institution center centre foundation society association council committee commission ministry
  department office bureau government party union league group company corporation corp inc ltd llc gmbh co bank
  church club museum library army navy the and of for
`)

/** Words before the given name of people who are known by it: sovereigns, popes, saints, members of orders. */
export const STYLED_BY_GIVEN_NAME = wordSet(
  'king queen prince princess pope saint st sister brother father mother emperor',
)

/** Languages whose names begin with the family's (hu, ja, km, ko, vi, zh), or have none (am, id, is, ms, my, ta). */
export const LANGUAGES_WITHOUT_FAMILY_LAST = wordSet('hu ja km ko vi zh am id is ms my ta')

/** Common Chinese, Korean and Vietnamese family names: at the beginning of a name they may be the family's. */
export const EAST_ASIAN_FAMILY_NAMES = wordSet(`
  ahn bai bui cai cao chan chang chen cheng cheung cho choi chow chu chung cui dai dang deng ding dinh dong du duan
  duong fan fang feng fu gao gong gu guo han he ho hoang hong hou hsu hu huang huynh hwang jang jeon jeong jia jiang
  jin jung kang kim kong kwon lai lam lau le lee lei leung li liang liao lim lin liu lu luo ly ma mao meng ngo nguyen oh
  pan park peng pham phan qian qin qiu ren ryu shen shi shin son song su sun tan tang tian tran tsai vu wan wang wei wen
  wong wu xi xia xiao xie xiong xu xue yan yang yao ye yi yin yoon yu yuan zeng zhang zhao zheng zhong zhou zhu
`)
