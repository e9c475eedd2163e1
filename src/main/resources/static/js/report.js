// The page on which a report is written: saves what is typed, puts phrases and pictures in, and never overwrites another window's.

import { Autosave } from './autosave.js';
import { fill } from './page.js';
import { ask, deliver, reasonOf } from './session.js';

const MOST_PICTURES = 8;
const SECTIONS = ['technique', 'comparison', 'findings', 'impression'];

const form = document.getElementById('report');
const texts = document.getElementById('texts').dataset;
const chosenList = document.getElementById('chosen');
const frameInput = document.getElementById('frame');

let version = Number(form.dataset.version);
let pictures = JSON.parse(texts.chosen);
let choices = [];

function typedReport() {
    const text = Object.fromEntries(SECTIONS.map(name => [name, form.elements[name].value]));
    return { ...text, language: form.elements.language.value, reading: form.elements.reading.value || null, pictures };
}

function restore(typed) {
    version = typed.version; // if another window has saved since, the server says so
    [...SECTIONS, 'language', 'reading'].forEach(name => (form.elements[name].value = typed.text[name] ?? ''));
    pictures = typed.text.pictures;
    paintChosen();
}

function tellConflict(reason) {
    const conflict = document.getElementById('conflict');
    conflict.querySelector('p').textContent = reason;
    conflict.hidden = false;
    conflict.scrollIntoView({ block: 'center' });
}

const autosave = new Autosave(document.getElementById('saved'), texts, {
    address: form.dataset.draft,
    request: () => ({
        method: 'PUT',
        body: JSON.stringify({ version, text: typedReport() }),
        headers: { 'Content-Type': 'application/json' },
    }),
    typed: () => ({ version, text: typedReport() }),
    restore,
    saved: said => (version = said.version),
    conflict: tellConflict,
});
const typed = () => autosave.typed();

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
        const reason = await deliver(`${form.dataset.phrases}/${item.dataset.id}/removed`, {}, texts.failed);
        if (reason === null) {
            item.closest('details').querySelector('.keep').focus();
            item.remove();
        } else {
            said.textContent = reason;
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
    try {
        const answer = await ask(form.dataset.phrases, {
            method: 'POST',
            body: new URLSearchParams({ section: section.dataset.section, text }),
        });
        const kept = await answer.json();
        if (answer.ok) {
            const item = phraseItem(kept);
            section.querySelector('ul').append(item);
            bindPhrase(item, area, said);
        }
        said.textContent = answer.ok ? texts.kept : (kept.detail ?? texts.failed);
    } catch (failure) {
        said.textContent = reasonOf(failure, texts.failed);
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
    const answer = await ask(form.dataset.pictures).catch(() => null);
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
    if (await autosave.flush()) {
        location.assign(form.dataset.next);
    }
});
document.getElementById('preview').addEventListener('click', async event => {
    if (autosave.unsaved) {
        event.preventDefault();
        if (await autosave.flush()) {
            window.open(event.target.href, '_blank', 'noopener');
        }
    }
});
document.getElementById('reload').addEventListener('click', () => {
    autosave.drop();
    location.reload();
});
paintChosen();
autosave.restore();
loadChoices();
