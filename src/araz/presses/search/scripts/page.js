// The form and its results. What is looked for stands in the address and nowhere else.
const AT_ONCE = 10;
const form = document.getElementById("find");
const say = document.getElementById("told");
const list = document.getElementById("found");
const more = document.getElementById("more");
const title = document.title;
let turn = 0; // the newest question: answers to earlier ones are thrown away

const element = (name, about, ...inside) => {
  const made = Object.assign(document.createElement(name), about);
  made.append(...inside);
  return made;
};
const inDigits = (number) => String(number).replace(/\d/g, (digit) => told.digits[digit]);

// A whole word is marked or none of it: a tag inside a word would part its letters.
function marking(text, units) {
  const parts = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}_\u200c'’ʼ]+/gu)) {
    const forms = [...wordsOf(word, told.language), ...wordsOf(word.replace(JOINER, " "), told.language)];
    if (!forms.some((form) => units.some((unit) => likeness(unit, form) > 0.04))) continue;
    parts.push(text.slice(at, index), element("mark", {}, word));
    at = index + word.length;
  }
  return [...parts, text.slice(at)];
}

function shown([path, day, date, label, headline, standfirst, isVoice], units) {
  const when = element("time", { className: "when", dateTime: path.slice(0, 7).replace("/", "-") + "-" + String(day).padStart(2, "0") }, date);
  return element(
    "li",
    { className: isVoice ? "tease voice" : "tease" },
    element("p", { className: "kind" }, label + " ", when),
    element("h2", {}, element("a", { href: path }, ...marking(headline, units))),
    ...(standfirst ? [element("p", { className: "stand" }, ...marking(standfirst, units))] : [])
  );
}

function tell(sentence, query, count) {
  const quoted = element("bdi", {}, told.quotes[0] + query.replace(/[\u202a-\u202e\u2066-\u2069]/g, "") + told.quotes[1]);
  say.replaceChildren(...sentence.replace("{n}", inDigits(count)).split(/(\{q\})/).map((part) => (part === "{q}" ? quoted : part)));
  document.title = say.textContent + " · " + title;
}

async function show(found, start, mine) {
  const portion = found.stories.slice(start, start + AT_ONCE);
  const blocks = await Promise.all(portion.map((one) => load(inFile(one.segment, "s", Math.floor(one.story / told.block)))));
  if (mine !== turn) return;
  list.append(...portion.map((one, at) => shown(blocks[at][one.story % told.block], found.units)));
  more.hidden = start + AT_ONCE >= found.stories.length;
  more.onclick = () => {
    const before = list.children.length;
    show(found, start + AT_ONCE, mine).then(() => list.children[before].querySelector("a").focus(), fail);
  };
}

function fail() {
  say.textContent = told ? told.words.failed : "";
  list.setAttribute("aria-busy", "false");
}

async function answer() {
  const mine = ++turn;
  const asked = new URLSearchParams(location.search);
  for (const name of ["q", "s", "y"]) form.elements[name].value = asked.get(name) || "";
  const query = form.elements.q.value.trim();
  list.replaceChildren();
  more.hidden = true;
  say.textContent = "";
  document.title = title;
  if (!query) return;
  list.setAttribute("aria-busy", "true");
  const result = await search(query.slice(0, 200), form.elements.s.value, form.elements.y.value);
  if (mine !== turn) return;
  await show(result, 0, mine);
  const count = result.stories.length;
  const { nothing, near, found, results } = told.words;
  tell(count ? (result.isNearOnly ? near : found.replace("{results}", results[count === 1 ? 0 : 1])) : nothing, query, count);
  list.setAttribute("aria-busy", "false");
}

function ask(event) {
  event.preventDefault();
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  try {
    history.pushState(null, "", "?" + asked); // so that the server is not asked
  } catch (error) {
    location.search = asked; // a page from a disk may not change its address without being loaded anew
    return;
  }
  answer().catch(fail);
}

function begin() {
  if (!form || !told) return;
  for (const year of told.years)
    form.elements.y.append(element("option", { value: year }, inDigits(year)));
  document.getElementById("without").hidden = true;
  form.hidden = false;
  form.onsubmit = ask;
  window.onpopstate = () => answer().catch(fail);
  answer().catch(fail);
}
document.addEventListener("DOMContentLoaded", begin);
