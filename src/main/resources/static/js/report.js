// The page on which a report is written: saves what is typed, puts phrases and pictures in, and never overwrites another window's.

import { fill, headers, timeOfDay } from './page.js';

const PAUSE = 900;
const AGAIN = 4_000;
const MOST_PICTURES = 8;
const SECTIONS = ['technique', 'comparison', 'findings', 'impression'];

const form = document.getElementById('report');
const line = document.getElementById('saved');
const texts = document.getElementById('texts').dataset;
const chosenList = document.getElementById('chosen');
const frameInput = document.getElementById('frame');

let version = Number(form.dataset.version);
let pictures = JSON.parse(texts.chosen);
let choices = [];
let timer;
/** What was typed since it was last sent. */
let unsaved = false;
/** Another window has saved: nothing more is sent from here. */
let stopped = false;
let sending = Promise.resolve();

function say(text, waiting = false) {
    line.textContent = text;
    line.classList.toggle('waiting', waiting);
}

function typedText() {
    const text = Object.fromEntries(SECTIONS.map(name => [name, form.elements[name].value]));
    return { ...text, language: form.elements.language.value, reading: form.elements.reading.value || null, pictures };
}

function stop(reason) {
    stopped = true;
    const conflict = document.getElementById('conflict');
    conflict.querySelector('p').textContent = reason;
    conflict.hidden = false;
    conflict.scrollIntoView({ block: 'center' });
    say(reason, true);
}

async function save() {
    if (stopped || !unsaved) {
        return;
    }
    unsaved = false;
    say(texts.saving);
    const answer = await fetch(form.dataset.draft, {
        method: 'PUT',
        body: JSON.stringify({ version, text: typedText() }),
        headers: headers({ 'Content-Type': 'application/json' }),
        redirect: 'manual',
    }).catch(() => null);
    if (answer?.ok) {
        const saved = await answer.json();
        version = saved.version;
        say(fill(texts.saved, timeOfDay(saved.at)));
        return;
    }
    unsaved = true;
    const reason = answer && answer.type !== 'opaqueredirect' ? (await answer.json().catch(() => ({}))).detail : undefined;
    if (answer?.status === 409) {
        stop(reason);
        return;
    }
    const signedOut = answer !== null && (answer.type === 'opaqueredirect' || answer.status === 403);
    say(signedOut ? texts.signedOut : (reason ?? texts.unsaved), true);
    later(AGAIN);
}

function later(pause) {
    clearTimeout(timer);
    timer = setTimeout(() => (sending = sending.then(save)), pause);
}

function typed() {
    unsaved = true;
    later(PAUSE);
}

/** Sends at once what was not sent yet; true if everything is kept. */
async function flush() {
    clearTimeout(timer);
    sending = sending.then(save);
    await sending;
    return !unsaved && !stopped;
}

// Phrases.

/** As typed by the doctor where the caret was, on a line of its own if it stands between others. */
function insert(area, phrase) {
    const before = area.value.slice(0, area.selectionStart);
    const gap = before === '' || before.endsWith('\n') ? '' : before.endsWith(' ') ? '' : ' ';
    area.setRangeText(gap + phrase, area.selectionStart, area.selectionEnd, 'end');
    area.focus();
    typed();
}

function bindPhrase(item, area, said) {
    item.querySelector('.insert').addEventListener('click', event => insert(area, event.target.textContent));
    item.querySelector('.remove').addEventListener('click', async () => {
        const answer = await fetch(`${form.dataset.phrases}/${item.dataset.id}/removed`, { method: 'POST', headers: headers() }).catch(() => null);
        if (answer?.ok) {
            item.closest('details').querySelector('.keep').focus();
            item.remove();
        } else {
            said.textContent = texts.failed;
        }
    });
}

function phraseItem({ id, phrase }) {
    const item = document.createElement('li');
    item.dataset.id = id;
    for (const [name, look, text] of [['insert', 'btn-outline-secondary', phrase.text], ['remove', 'btn-link', texts.remove]]) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = `btn btn-sm ${look} ${name}`;
        button.textContent = text;
        item.append(button, ' ');
    }
    return item;
}

async function keepPhrase(section, area, said) {
    const text = area.value.slice(area.selectionStart, area.selectionEnd).trim() || area.value.trim();
    if (text === '') {
        said.textContent = texts.nothing;
        return;
    }
    const answer = await fetch(form.dataset.phrases, {
        method: 'POST',
        body: new URLSearchParams({ section: section.dataset.section, text }),
        headers: headers(),
        redirect: 'manual',
    }).catch(() => null);
    if (answer?.ok) {
        const item = phraseItem(await answer.json());
        section.querySelector('ul').append(item);
        bindPhrase(item, area, said);
        said.textContent = texts.kept;
    } else {
        said.textContent = (await answer?.json().catch(() => ({})))?.detail ?? texts.failed;
    }
}

for (const section of form.querySelectorAll('.report-section')) {
    const area = section.querySelector('textarea');
    const said = section.querySelector('.phrase-said');
    section.querySelectorAll('li').forEach(item => bindPhrase(item, area, said));
    section.querySelector('.keep').addEventListener('click', () => keepPhrase(section, area, said));
}

// Pictures.

const imageOf = choice => `${form.dataset.exam}/images/${choice.image}/${choice.frame}.png`;
const mapOf = map => `${form.dataset.exam}/readings/${map.reading}/${map.ordinal}.png`;

function show(image, overlay, choice, map) {
    image.src = imageOf(choice);
    overlay.hidden = !map;
    if (map) {
        overlay.src = mapOf(map);
    } else {
        overlay.removeAttribute('src');
    }
}

function changed(next) {
    pictures = next;
    paintChosen();
    typed();
}

function chosenItem(picture, index) {
    const item = document.getElementById('chosen-one').content.firstElementChild.cloneNode(true);
    const [image, overlay] = item.querySelectorAll('img');
    show(image, overlay, picture, picture.reading ? picture : null);
    const caption = item.querySelector('input');
    caption.id = `caption-${index}`;
    caption.value = picture.caption;
    caption.addEventListener('input', () => {
        pictures = pictures.with(index, { ...picture, caption: caption.value });
        typed();
    });
    const label = item.querySelector('label');
    label.htmlFor = caption.id;
    label.textContent = `${fill(texts.picture, index + 1)} - ${texts.caption}`;
    item.querySelector('.up').hidden = index === 0;
    item.querySelector('.up').addEventListener('click', () => {
        changed(pictures.with(index - 1, pictures[index]).with(index, pictures[index - 1]));
    });
    item.querySelector('.out').addEventListener('click', () => changed(pictures.toSpliced(index, 1)));
    return item;
}

function paintChosen() {
    chosenList.replaceChildren(...pictures.map(chosenItem));
    document.getElementById('none-chosen').hidden = pictures.length > 0;
}

function put(map) {
    const said = document.getElementById('pictures-said');
    if (pictures.length >= MOST_PICTURES) {
        said.textContent = fill(texts.most, MOST_PICTURES);
        return;
    }
    const { image, frame } = choices[frameInput.value];
    changed([...pictures, { image, frame, reading: map?.reading ?? null, ordinal: map?.ordinal ?? 0, caption: '' }]);
    said.textContent = fill(texts.put, pictures.length);
}

function showPicked() {
    const choice = choices[frameInput.value];
    const text = document.getElementById('frame-text');
    show(document.getElementById('picked'), document.getElementById('picked-map'), choice, choice.map);
    text.textContent = fill(text.dataset.text, Number(frameInput.value) + 1, choices.length);
    document.getElementById('put-map').hidden = !choice.map;
}

function toNextMap() {
    const from = Number(frameInput.value);
    const next = choices.findIndex((choice, i) => choice.map && i > from);
    frameInput.value = next >= 0 ? next : choices.findIndex(choice => choice.map);
    showPicked();
}

async function loadChoices() {
    const answer = await fetch(form.dataset.pictures, { headers: headers(), redirect: 'manual' }).catch(() => null);
    choices = answer?.ok ? await answer.json() : [];
    if (choices.length === 0) {
        return;
    }
    const maps = choices.filter(choice => choice.map).length;
    frameInput.max = choices.length - 1;
    frameInput.disabled = choices.length === 1;
    document.getElementById('next-map').hidden = maps === 0 || choices.length === 1;
    form.querySelector('.picker').hidden = false;
    showPicked();
}

frameInput.addEventListener('input', showPicked);
document.getElementById('put').addEventListener('click', () => put(null));
document.getElementById('put-map').addEventListener('click', () => put(choices[frameInput.value].map));
document.getElementById('next-map').addEventListener('click', toNextMap);

// The rest.

form.addEventListener('input', event => event.target.name && typed());
form.addEventListener('submit', async event => {
    event.preventDefault();
    if (await flush()) {
        location.assign(form.dataset.next);
    }
});
document.getElementById('preview').addEventListener('click', async event => {
    if (unsaved) {
        event.preventDefault();
        if (await flush()) {
            window.open(event.target.href, '_blank', 'noopener');
        }
    }
});
document.getElementById('reload').addEventListener('click', () => {
    unsaved = false;
    location.reload();
});
window.addEventListener('online', () => unsaved && later(0));
window.addEventListener('focus', () => unsaved && later(0));
window.addEventListener('beforeunload', event => unsaved && event.preventDefault());
paintChosen();
loadChoices();
