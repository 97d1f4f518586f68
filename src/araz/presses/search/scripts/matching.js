// How much a word of a story is like a word that somebody looks for: 1 if it is that word, 0 if it has nothing to do with it.
const SOFT = { q: ["g"], k: ["g", "y"], p: ["b"], t: ["d"], "ق": ["غ"], "ک": ["گ", "ی"], "ت": ["د"] };
const HARD = { g: ["q", "k"], y: ["k"], b: ["p"], d: ["t"], "غ": ["ق"], "گ": ["ک"], "ی": ["ک"], "د": ["ت"] };
const ARABIC = /[\u0600-\u06ff]/;
const exchanged = (word, table) => (table[word.slice(-1)] || []).map((letter) => word.slice(0, -1) + letter);

// What is left of a word without its endings. The less is left, the weaker the guess: "kap" is not much of "kaptan".
function stemsOf(word, list) {
  const found = new Map();
  const add = (stem) => found.has(stem) || found.set(stem, 0.7 * (stem.length / word.length) ** 3);
  let rest = [word];
  for (let round = 0; round < 3; round++) {
    const next = [];
    for (const one of rest)
      for (const ending of list) {
        const stem = one.slice(0, -ending.length);
        if (!one.endsWith(ending) || stem.length < (ending.length > 1 ? 2 : 4) || found.has(stem)) continue;
        add(stem);
        next.push(stem);
        for (const other of exchanged(stem, HARD)) add(other);
      }
    rest = next;
  }
  return found;
}

// A unit is one word of what is looked for. A form is how it may be written: the letters, how good a guess they are,
// and what may follow: anything (true), endings (false), or nothing (null), since two letters with endings are nearly any word.
function unitOf(word, language) {
  const list = endings[language] || [];
  const unit = { word, chain: new RegExp("^(?:" + (list.join("|") || "(?!)") + ")+$"), forms: [[word, 1, word.length > 2]] };
  for (const soft of word.length > 2 ? exchanged(word, SOFT) : []) unit.forms.push([soft, 0.7, false]);
  for (const [stem, weight] of stemsOf(word, list)) {
    unit.forms.push([stem, weight, stem.length > 2 ? stem.length > 3 : null]);
    for (const soft of stem.length > 2 ? exchanged(stem, SOFT) : []) unit.forms.push([soft, 0.8 * weight, false]);
  }
  unit.sounds = ARABIC.test(word) ? unit.forms.map(([form, weight, isOpen]) => [alike(form), 0.6 * weight, isOpen]) : [];
  unit.begins = new Set(unit.forms.map(([form]) => form));
  if (ARABIC.test(word) !== rightToLeft) readAcross(unit);
  else if (language === "azb") readVowels(unit);
  return unit;
}

function likeAny(unit, forms, text) {
  let best = 0;
  for (const [form, weight, isOpen] of forms) {
    if (weight <= best || !text.startsWith(form)) continue;
    const rest = text.slice(form.length);
    if (rest && isOpen === null) continue;
    const how = !rest ? 1 : unit.chain.test(rest) ? 0.85 : isOpen ? 0.55 / (1 + 0.2 * rest.length) : 0;
    best = Math.max(best, how * weight);
  }
  return best;
}

function likeAcross(unit, text) {
  const found = unit.across.exec(text);
  if (!found || (found[1] && !unit.chain.test(found[1]))) return 0;
  return (found[1] ? 0.5 : 0.7) * Math.min(1, (1 + text.length - found[1].length) / unit.word.length);
}

function likeness(unit, term) {
  let best = likeAny(unit, unit.forms, term);
  if (unit.sounds.length && best < 0.6) best = Math.max(best, likeAny(unit, unit.sounds, alike(term)));
  if (unit.across && best < 0.7) best = Math.max(best, likeAcross(unit, alike(term)));
  if (unit.near && !best && isNear(unit.word, term)) best = 0.4 / (1 + 0.1 * Math.abs(term.length - unit.word.length));
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

// Two ways of writing Azerbaijani in the Arabic script: many write vowels (حوسئین), many as in Persian few (حسین). This is
// the word with vowels that may be there or not, and how it may then begin; a word with few other letters has too little left.
const VOWELS = "اویه";
function readVowels(unit) {
  const word = [...unit.word.replace(/(.)\1/gu, "$1")].map((letter) => (VOWELS.includes(letter) ? "" : alike(letter)));
  if (word.filter(Boolean).length < 3) return;
  const [first, second] = [alike(unit.word)[0], word.slice(1).find(Boolean)];
  const between = `[${VOWELS}]{0,2}`;
  unit.across = new RegExp("^" + (word[0] ? "" : first) + word.map((letter) => (letter ? letter + "+" : "") + between).join("") + "(.{0,6})$");
  unit.otherBegins = [...VOWELS, second].map((letter) => first + letter);
}

// Words with one other letter begin alike mostly; if it is one of the first two, they may be in these other files.
function readNear(unit) {
  const [first, second, third] = alike(unit.word);
  if (!third) return;
  unit.near = true;
  const vowels = ARABIC.test(unit.word) ? VOWELS : "aeiou";
  for (const begin of [second + third, first + third, second + first, ...[...vowels].map((vowel) => first + vowel)]) unit.begins.add(begin);
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
