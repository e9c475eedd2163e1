// The form of an exam: saves what is typed, tells when it was saved and what is wrong, finds known patients.

import { Autosave } from './autosave.js';
import { bindCombobox } from './combobox.js';
import { fill, timeOfDay } from './page.js';
import { ask, reasonOf } from './session.js';

const form = document.getElementById('exam-form');
const line = document.getElementById('saved');
const search = document.getElementById('patient-search');
const known = document.getElementById('known');
const identity = [...document.querySelectorAll('#identity input')];
const texts = line.dataset;

/** Whether the form is finished as soon as it is saved; typing on takes that back. */
let finishing = false;

const problemOf = field => document.getElementById(`${field}-problem`);

/** Shows what is wrong with a field, or that nothing is, as far as is known. */
function mark(field, problem) {
    problemOf(field).textContent = problem ?? '';
    [...form.elements].filter(input => input.name === field).forEach(input => {
        input.classList.toggle('is-invalid', problem !== undefined);
        problem === undefined ? input.removeAttribute('aria-invalid') : input.setAttribute('aria-invalid', 'true');
    });
}

/** Whoever is just typing hears of it when they have gone on; what is missing keeps what was said of it. */
function markAll(wrong, missing) {
    const fields = new Set([...form.elements].map(input => input.name));
    for (const field of fields) {
        const typing = field in wrong && document.activeElement?.name === field;
        if (problemOf(field) && !typing && !missing.includes(field)) {
            mark(field, wrong[field]);
        }
    }
}

async function saved({ wrong, missing }) {
    markAll(wrong, missing);
    if (finishing && !autosave.unsaved) {
        form.submit();
        await new Promise(() => {}); // the page goes: nothing may follow the finished form
    }
}

const fields = () => [...form.elements].filter(input => input.name && input.name !== '_csrf');

/** @param typed names and values, as a form has them */
function restore(typed) {
    for (const input of fields()) {
        const values = typed.filter(([name]) => name === input.name).map(([, value]) => value);
        if (input.type === 'checkbox' || input.type === 'radio') {
            input.checked = values.includes(input.value);
        } else {
            input.value = values[0] ?? '';
        }
    }
    showKnown();
}

const autosave = new Autosave(line, texts, {
    address: form.dataset.draft,
    request: () => ({ method: 'POST', body: new URLSearchParams(new FormData(form)) }),
    typed: () => [...new FormData(form)].filter(([name]) => name !== '_csrf'),
    restore,
    saved,
});

function typed() {
    finishing = false;
    autosave.typed();
}

/** A patient of the register is not changed by mistake. */
function lock(locked) {
    identity.forEach(input => {
        input.readOnly = locked && input.type !== 'radio';
        input.disabled = locked && input.type === 'radio' && !input.checked;
    });
}

function showKnown() {
    const isKnown = form.elements.patient.value !== '';
    known.hidden = !isKnown;
    search.hidden = isKnown;
    lock(isKnown);
}

function take(patient) {
    form.elements.patient.value = patient.id;
    for (const field of ['name', 'birthDate', 'sex', 'cpf', 'mother']) {
        form.elements[field].value = patient[field] ?? '';
        mark(field, undefined);
    }
    document.getElementById('found').replaceChildren();
    document.getElementById('search-text').textContent = '';
    showKnown();
    document.getElementById('correct').focus();
    typed();
}

function leave() {
    form.elements.patient.value = '';
    lock(false);
    identity.forEach(input => (input.type === 'radio' ? (input.checked = false) : (input.value = '')));
    showKnown();
    document.getElementById('search').focus();
    typed();
}

function rowOf(patient) {
    const { lang } = document.documentElement;
    const day = lang.startsWith('en') ? patient.birthDate : new Intl.DateTimeFormat(lang, { timeZone: 'UTC' }).format(new Date(patient.birthDate));
    const row = document.createElement('li');
    const who = document.createElement('span');
    const name = document.createElement('strong');
    name.textContent = patient.name;
    who.append(name, ` · ${[day, patient.cpf, patient.mother].filter(Boolean).join(' · ')}`);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm btn-outline-primary';
    button.textContent = search.dataset.choose;
    button.setAttribute('aria-label', fill(search.dataset.chooseWho, patient.name, day));
    button.addEventListener('click', () => take(patient));
    row.append(who, button);
    return row;
}

async function find() {
    const name = document.getElementById('search').value.trim();
    const result = document.getElementById('search-text');
    if (name.length < 3) {
        return;
    }
    try {
        const answer = await ask(search.dataset.search, { method: 'POST', body: new URLSearchParams({ name }) });
        const found = answer.ok ? await answer.json() : [];
        document.getElementById('found').replaceChildren(...found.map(rowOf));
        if (answer.ok) {
            result.textContent = found.length > 0 ? fill(search.dataset.several, found.length) : search.dataset.nobody;
        } else {
            result.textContent = search.dataset.failed;
        }
    } catch (failure) {
        result.textContent = reasonOf(failure, search.dataset.failed);
    }
}

form.addEventListener('input', event => {
    if (event.target.name) {
        mark(event.target.name, undefined);
        typed();
    }
});
form.addEventListener('submit', event => {
    event.preventDefault();
    finishing = true;
    autosave.unsaved = true; // nothing typed is no reason not to finish
    autosave.flush();
});
document.getElementById('search').addEventListener('keydown', event => {
    if (event.key === 'Enter') {
        event.preventDefault();
        find();
    }
});
document.getElementById('search-go').addEventListener('click', find);
document.getElementById('correct').addEventListener('click', () => {
    lock(false);
    form.elements.name.focus();
});
document.getElementById('other').addEventListener('click', leave);
document.querySelectorAll('.combobox').forEach(bindCombobox);
if (texts.at && texts.finished !== 'true') {
    autosave.say(fill(texts.saved, timeOfDay(texts.at)));
}
showKnown();
autosave.restore();
const firstWrong = form.querySelector('.is-invalid');
if (document.querySelector('#exam-form > .alert-danger') && firstWrong) {
    firstWrong.focus();
}
