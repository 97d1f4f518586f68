// Loads the files of the index and reads them. Each is a classic script that calls one function with data.
const files = new Map();
const arrived = new Map();
const load = (path) => {
  if (!files.has(path)) {
    files.set(path, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "search/" + path + ".js";
      script.onload = () => resolve(arrived.get(path));
      script.onerror = () => (files.delete(path), reject(new Error(path)));
      document.head.append(script);
    }));
  }
  return files.get(path);
};
const inFile = (name, kind, number) => name + "/" + kind + String(number).padStart(3, "0");
window.arazWords = (name, number, text) => arrived.set(inFile(name, "w", number), text);
window.arazStories = (name, number, stories) => arrived.set(inFile(name, "s", number), stories);

// araz/presses/search/coding.py writes what this reads.
const ENDING = 60;
const signs = {};
for (let code = 33, count = 0; code < 127; code++) if (!'"\\|'.includes(String.fromCharCode(code))) signs[code] = count++;

function eachTerm(text, visit) {
  let term = "";
  for (const line of text ? text.split("|") : []) {
    const space = line.indexOf(" ");
    term = term.slice(0, signs[line.charCodeAt(0)]) + line.slice(1, space);
    visit(term, line, space + 1);
  }
}

function eachStory(line, start, visit) {
  let story = 0;
  for (let at = start, high = 0; at < line.length; at++) {
    const sign = signs[line.charCodeAt(at)];
    if (sign >= ENDING) {
      high = high * 31 + sign - ENDING + 1;
      continue;
    }
    const number = high * ENDING + sign;
    high = 0;
    story += number >> 2;
    visit(story, number & 3);
  }
}

function shardOf(term, shards) {
  const begins = [...alike(term)];
  const code = (at) => (begins[at] ? begins[at].codePointAt(0) : 0);
  return Math.floor(((code(0) * 31 + code(1)) * 40503) / 32) % shards;
}
