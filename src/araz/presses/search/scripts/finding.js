// From what somebody looks for to numbers of stories, the best first.
const WORTH = [1, 1.6, 3, 6]; // in the text, there often, in what leads to it, in the headline
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

async function hitsOf(unit, [name, , shards], wanted = shardsFor(unit, shards)) {
  const hits = new Map();
  const texts = await Promise.all([...wanted].map((number) => load(inFile(name, "w", number))));
  for (const text of texts)
    eachTerm(text, (term, line, start) => {
      const like = likeness(unit, term);
      if (!like) return;
      if (unit.words) unit.words.add(term);
      eachStory(line, start, (story, worth) => {
        const score = like * WORTH[worth];
        if (score > (hits.get(story) || 0)) hits.set(story, score);
      });
    });
  return hits;
}

function add(hits, more, factor = 1) {
  for (const [story, score] of more) if (score * factor > (hits.get(story) || 0)) hits.set(story, score * factor);
}

function both(one, other) {
  const hits = new Map();
  for (const [story, score] of one) if (other.has(story)) hits.set(story, Math.min(score, other.get(story)));
  return hits;
}

async function hitsInSegment(units, joined, segment) {
  const found = await Promise.all(units.map((unit) => hitsOf(unit, segment)));
  const pairs = await Promise.all(joined.map((unit) => hitsOf(unit, segment)));
  for (const [at, unit] of units.entries()) {
    for (const near of [at - 1, at]) if (pairs[near]) add(found[at], pairs[near]);
    if (unit.parts) {
      const parts = await Promise.all(unit.parts.map((part) => hitsOf(part, segment)));
      add(found[at], parts.reduce(both), 0.7);
    }
  }
  return found;
}

// A word that nobody wrote: first in the shards that it would be in, then in some others, newest first.
async function lookNear(unit, segments, found, at) {
  unit.near = true;
  for (const [place, segment] of segments.entries()) add(found[place][at], await hitsOf(unit, segment));
  let left = MOST_FILES;
  for (const [place, segment] of segments.entries()) {
    if (found.some((one) => one[at].size) || left <= 0) return;
    const others = [...Array(segment[2]).keys()].slice(0, left);
    left -= others.length;
    add(found[place][at], await hitsOf(unit, segment, others));
  }
}

// All stories of a section or of a year stand under a term that no text has.
const exactly = (term) => ({ begins: [term], forms: [[term, 1, false]], sounds: [], chain: /(?!)/ });
const isOf = (year, name) => name.startsWith(year) || (/^\d{4}-\d{4}$/.test(name) && name.slice(0, 4) <= year && year <= name.slice(5));

async function search(text, section, year) {
  const segments = told.segments.filter(([name]) => !year || isOf(year, name));
  const { units, joined } = unitsOf(text, told.language);
  const found = await Promise.all(segments.map((segment) => hitsInSegment(units, joined, segment)));
  let isNearOnly = false;
  for (const [at, unit] of units.entries()) {
    if (found.some((one) => one[at].size)) continue;
    await lookNear(unit, segments, found, at);
    isNearOnly = isNearOnly || found.some((one) => one[at].size);
  }
  for (const filter of [section, year && "_" + year].filter(Boolean)) {
    const only = await Promise.all(segments.map((segment) => hitsOf(exactly(filter), segment)));
    found.forEach((one, place) => one.forEach((hits) => hits.forEach((_, story) => only[place].has(story) || hits.delete(story))));
  }
  const all = segments.reduce((sum, segment) => sum + segment[1], 1);
  const rare = units.map((_, at) => Math.log(1 + all / (1 + found.reduce((sum, one) => sum + one[at].size, 0))));
  const stories = [];
  found.forEach((one, place) => {
    const seen = new Map();
    one.forEach((hits, at) => hits.forEach((score, story) => {
      const sum = seen.get(story) || [0, 0];
      seen.set(story, [sum[0] + 1, sum[1] + score * rare[at]]);
    }));
    seen.forEach(([words, score], story) => stories.push({ segment: segments[place][0], place, story, words, score }));
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
