// How much a word of a story is like a word that somebody looks for: 1 if it is that word, 0 if it has nothing to do with it.
const SOFT = { q: ["g"], k: ["g", "y"], p: ["b"], t: ["d"], "ق": ["غ"], "ک": ["گ", "ی"], "ت": ["د"] };
const HARD = { g: ["q", "k"], y: ["k"], b: ["p"], d: ["t"], "غ": ["ق"], "گ": ["ک"], "ی": ["ک"], "د": ["ت"] };
const ARABIC = /[\u0600-\u06ff]/;
const exchanged = (word, table) => (table[word.slice(-1)] || []).map((letter) => word.slice(0, -1) + letter);

// What is left of a word without its endings, one after the other; each is a weaker guess than the one before.
function stemsOf(word, list) {
  const found = new Map();
  let rest = [word];
  for (let weight = 0.7; rest.length && weight > 0.35; weight -= 0.15) {
    const next = [];
    for (const one of rest)
      for (const ending of list) {
        const stem = one.slice(0, -ending.length);
        if (!one.endsWith(ending) || stem.length < (ending.length > 1 ? 2 : 4) || found.has(stem)) continue;
        found.set(stem, weight);
        next.push(stem);
        for (const hard of exchanged(stem, HARD)) if (!found.has(hard)) found.set(hard, weight - 0.1);
      }
    rest = next;
  }
  return found;
}

// A unit is one word of what is looked for: what to compare with, and in which shards.
function unitOf(word, language) {
  const list = endings[language] || [];
  const unit = { word, chain: new RegExp("^(?:" + (list.join("|") || "(?!)") + ")+$"), forms: [[word, 1]], begins: new Set([word]) };
  if (word.length > 2) for (const soft of exchanged(word, SOFT)) unit.forms.push([soft, 0.8]);
  for (const [stem, weight] of stemsOf(word, list)) unit.forms.push([stem, weight]);
  unit.sounds = ARABIC.test(word) ? unit.forms.map(([form, weight]) => [alike(form), 0.6 * weight]) : [];
  for (const [form] of unit.forms) unit.begins.add(form);
  if (ARABIC.test(word) !== rightToLeft) readAcross(unit);
  return unit;
}

function likeness(unit, term) {
  let best = 0;
  const compare = (forms, text) => {
    for (const [form, weight] of forms) {
      if (weight <= best || !text.startsWith(form)) continue;
      const rest = text.slice(form.length);
      let how = 1;
      if (unit.chain.test(rest)) how = 0.85;
      else if (rest) how = form.length > (weight === 1 ? 2 : 3) ? 0.55 / (1 + 0.2 * rest.length) : 0;
      if (rest && weight === 0.8 && how < 0.85) how = 0; // a softened letter stands before an ending only
      best = Math.max(best, how * weight);
    }
  };
  compare(unit.forms, term);
  if (unit.sounds.length && best < 0.6) compare(unit.sounds, alike(term));
  if (unit.across && best < 0.7) {
    const found = unit.across.exec(alike(term));
    const rest = found && found[1];
    if (found && (!rest || unit.chain.test(rest))) best = Math.max(best, (rest ? 0.5 : 0.7) * Math.min(1, (1 + term.length - rest.length) / unit.word.length));
  }
  if (unit.near && best < 0.4 && isNear(unit.word, term)) best = 0.4 / (1 + 0.1 * Math.abs(term.length - unit.word.length));
  return best;
}

// The word in the letters of the other script, where vowels may be missing, and with which two letters it may begin there.
function readAcross(unit) {
  const table = across[rightToLeft ? "arabic" : "latin"];
  const between = rightToLeft ? [] : [..."aeiou"];
  const word = [...alike(unit.word).replace(/(.)\1/gu, "$1")];
  const options = word.map((letter, at) => {
    const all = table[letter] || [letter];
    if (letter === "h" && "cgksz".includes(word[at - 1])) return [...all, ""]; // one sound: sh, kh
    return word.length > 3 || "ei".includes(letter) ? all : all.filter(Boolean); // of a short word little may be missing
  });
  const letter = (all) => "(?:" + all.join("|") + ")" + (rightToLeft || all.includes("") ? "" : "+") + (rightToLeft ? "" : "[aeiou]{0,2}");
  unit.across = new RegExp("^" + (rightToLeft ? "ا?" : "") + options.map(letter).join("") + "(.{0,6})$");
  const extend = (begin, at) => {
    if (begin.length > 1 || at >= options.length) return unit.begins.add(begin.slice(0, 2));
    for (const option of options[at]) extend(begin + option, at + 1);
    if (begin) for (const vowel of between) extend(begin + vowel, at);
  };
  extend("", 0);
  if (rightToLeft) extend("ا", 0);
}

// Whether one letter more, less, another or in the wrong place makes one word begin like the other.
function isNear(word, term) {
  if (word.length < 4 || term.length < word.length - 1) return false;
  let at = 0;
  while (at < word.length && word[at] === term[at]) at++;
  const rest = word.slice(at + 1);
  return (
    term.startsWith(rest, at + 1) ||
    term.startsWith(word.slice(at), at + 1) ||
    term.startsWith(rest, at) ||
    (word[at] === term[at + 1] && word[at + 1] === term[at] && term.startsWith(word.slice(at + 2), at + 2))
  );
}
