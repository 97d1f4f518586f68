// Folds texts as araz/language/folding.py does, by the same tables. Both are tried with the same examples.
const translator = (table) => {
  const known = new RegExp("[" + Object.keys(table).join("") + "]", "g");
  return (text) => text.replace(known, (letter) => table[letter]);
};
const JOINER = /\u200c/g;
const WORD = /[\p{L}\p{N}_]+/gu;
const ABBREVIATION = /(?<![\p{L}\p{N}_])(?:\p{L}\.)+\p{L}\.?(?![\p{L}\p{N}_.])/gu; // T.B.M.M., not M.Ə.Rəsulzadə
const marks = new RegExp(letters.marks, "g");
const marked = new RegExp(letters.marked, "g");
const apostrophes = new RegExp(letters.apostrophes, "g");
const same = translator(letters.same);
const alike = translator(letters.alike);
const basic = translator(letters.basic);

function lower(text, language) {
  if (!letters.dotted.includes(language)) return text.toLowerCase();
  return text.replace(/I\u0307/g, "i").replace(/I/g, "ı").replace(/İ/g, "i").toLowerCase();
}

// The Cyrillic ә that keyboards put into Latin words.
function schwas(text) {
  return text.replace(/\p{L}+/gu, (word) =>
    /[A-Za-z\u00c0-\u024f\u0250-\u02af]/.test(word) && !/[\u0400-\u04d7\u04da-\u052f]/.test(word)
      ? word.replace(/[әǝ]/g, "ə").replace(/[ӘƎ]/g, "Ə")
      : word
  );
}

function fold(text, language) {
  const composed = schwas(text.replace(JOINER, "").normalize("NFKC"));
  const bare = lower(composed, language).normalize("NFKC").replace(marks, "").normalize("NFC");
  const one = same(bare).replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15);
  return basic(one.replace(marked, (letter) => letter.normalize("NFKD").replace(marks, "")).replace(apostrophes, ""));
}

const wordsOf = (text, language) => fold(text.replace(ABBREVIATION, (letters) => letters.replaceAll(".", "")), language).match(WORD) || [];
