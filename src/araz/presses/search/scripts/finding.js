// From what somebody looks for to numbers of stories, the best first.
const WORTH = [1, 1.6, 3, 6]; // in the text, there often, in what leads to it, in the headline
const WEAK = 0.05; // so little is only a beginning that two words share
const MOST_FILES = 60; // to look for words that are nearly alike, when there is no such word
let told = null; // what index.js says
let rightToLeft = false;
window.arazIndex = (index) => {
  told = index;
  rightToLeft = index.rtl;
};

// Every word is a unit, and so are neighbours written as one: "می روم" is "می‌روم".
function unitsOf(text, language) {
  const units = [];
  for (const token of text.split(/\s+/)) {
    const parts = wordsOf(token.replace(JOINER, " "), language);
    const whole = wordsOf(token, language);
    for (const word of whole) {
      const unit = unitOf(word, language);
      const inParts = parts.length > whole.length ? parts : language === "fa" ? word.split(/^(ن?می)(?=..)/).filter(Boolean) : [];
      if (inParts.length > 1) unit.parts = inParts.map((part) => unitOf(part, language));
      units.push(unit);
    }
  }
  const joined = units.slice(1).map((unit, at) => unitOf(units[at].word + unit.word, language));
  return { units, joined };
}

const shardsFor = (unit, shards) => new Set([...unit.begins].map((term) => shardOf(term, shards)));

// The words in these files that are like the unit: how much, and the numbers of their stories with the worth of the place.
async function likeIn(unit, [name, , shards], wanted = shardsFor(unit, shards)) {
  const words = [];
  const texts = await Promise.all([...wanted].map((number) => load(inFile(name, "w", number))));
  for (const text of texts)
    eachTerm(text, (term, line, start) => {
      const like = likeness(unit, term);
      if (!like) return;
      const stories = [];
      eachStory(line, start, (story, worth) => stories.push(4 * story + worth));
      words.push([like, stories]);
    });
  return words;
}

// A reading is a word in all segments: of each the stories with their scores, and how much like it the best is. The fewer
// stories have something at least as much like it, the more that counts: a rare word which stands there whole is more than
// a frequent one that only begins alike.
function readingOf(found, all) {
  const counts = new Map();
  for (const [like, stories] of found.flat()) counts.set(like, (counts.get(like) || 0) + stories.length);
  const rare = new Map();
  let sum = 0;
  for (const like of [...counts.keys()].sort((one, other) => other - one)) {
    sum += counts.get(like);
    rare.set(like, Math.log(1 + all / (1 + sum)));
  }
  const scored = found.map((words) => {
    const hits = new Map();
    for (const [like, stories] of words)
      for (const number of stories) raise(hits, number >> 2, like * rare.get(like) * WORTH[number & 3]);
    return hits;
  });
  return { scored, best: Math.max(0, ...counts.keys()) };
}

async function read(unit, segments, all) {
  return readingOf(await Promise.all(segments.map((segment) => likeIn(unit, segment))), all);
}

function raise(hits, story, score) {
  if (score > (hits.get(story) || 0)) hits.set(story, score);
}

function add(found, reading, factor = 1) {
  reading.scored.forEach((hits, place) => hits.forEach((score, story) => raise(found.scored[place], story, score * factor)));
  found.best = Math.max(found.best, reading.best * factor);
}

// The stories that have both.
function both(one, other) {
  const scored = one.scored.map((hits, place) => {
    const common = new Map();
    for (const [story, score] of hits)
      if (other.scored[place].has(story)) common.set(story, Math.min(score, other.scored[place].get(story)));
    return common;
  });
  return { scored, best: scored.some((hits) => hits.size) ? Math.min(one.best, other.best) : 0 };
}

async function readAll(units, joined, segments, all) {
  const each = (those) => Promise.all(those.map((unit) => read(unit, segments, all)));
  const [found, pairs] = await Promise.all([each(units), each(joined)]);
  for (const [at, unit] of units.entries()) {
    for (const near of [at - 1, at]) if (pairs[near]) add(found[at], pairs[near]);
    if (unit.parts) add(found[at], (await each(unit.parts)).reduce(both), 0.7);
  }
  return found;
}

// A word that nobody wrote so: as two words, with other vowels, and last what is nearly alike. Tells whether it was only near.
async function readOtherwise(unit, neighbours, segments, all, found) {
  const some = segments.slice(0, Math.ceil((2 * MOST_FILES) / unit.word.length)); // each has a file of the first part, and some of the second
  for (let at = 3; at <= unit.word.length - 3; at++) {
    const parts = [exactly(unit.word.slice(0, at)), unitOf(unit.word.slice(at), told.language)];
    const common = (await Promise.all(parts.map((part) => read(part, some, all)))).reduce(both);
    if (!common.best) continue;
    add(found, common, 0.7);
    unit.parts = [...(unit.parts || []), ...parts];
  }
  if (found.best > WEAK) return false;
  for (const one of [unit, ...neighbours])
    if (one.otherBegins) add(found, await read({ ...one, begins: new Set(one.otherBegins) }, segments, all));
  if (found.best > WEAK) return false;
  readNear(unit);
  add(found, await read(unit, segments, all));
  if (!found.best) add(found, await readFarther(unit, segments, all));
  return found.best > WEAK;
}

// If it is not in the files that it would be in: in some others, newest first.
async function readFarther(unit, segments, all) {
  const words = segments.map(() => []);
  let left = MOST_FILES;
  for (const [place, segment] of segments.entries()) {
    if (words.some((those) => those.length) || left <= 0) break;
    const others = [...Array(segment[2]).keys()].slice(0, left);
    left -= others.length;
    words[place] = await likeIn(unit, segment, others);
  }
  return readingOf(words, all);
}

// This word and no other. All stories of a section or of a year stand under a term that no text has.
const exactly = (term) => ({ word: term, begins: [term], forms: [[term, 1, false]], sounds: [], chain: /(?!)/ });
const isOf = (year, name) => name.startsWith(year) || (/^\d{4}-\d{4}$/.test(name) && name.slice(0, 4) <= year && year <= name.slice(5));

async function search(text, section, year) {
  const segments = told.segments.filter(([name]) => !year || isOf(year, name));
  const { units, joined } = unitsOf(text, told.language);
  const all = segments.reduce((sum, segment) => sum + segment[1], 1);
  const found = await readAll(units, joined, segments, all);
  let isNearOnly = false;
  for (const [at, unit] of units.entries())
    if (found[at].best <= WEAK) isNearOnly = (await readOtherwise(unit, joined.slice(Math.max(0, at - 1), at + 1), segments, all, found[at])) || isNearOnly;
  const filters = [section, year && "_" + year].filter(Boolean);
  const only = await Promise.all(filters.map((filter) => read(exactly(filter), segments, all)));
  const stories = segments.flatMap(([name], place) => {
    const seen = new Map();
    for (const reading of found)
      reading.scored[place].forEach((score, story) => {
        if (!only.every((those) => those.scored[place].has(story))) return;
        const [words, sum] = seen.get(story) || [0, 0];
        seen.set(story, [words + 1, sum + score]);
      });
    return [...seen].map(([story, [words, score]]) => ({ segment: name, place, story, words, score }));
  });
  const most = stories.reduce((words, one) => Math.max(words, one.words), 0);
  return {
    units: [...units, ...joined, ...units.flatMap((unit) => unit.parts || [])],
    isNearOnly,
    stories: stories
      .filter((one) => one.words === most)
      .sort((one, other) => other.score - one.score || one.place - other.place || other.story - one.story),
  };
}
