// Sends the chosen files one by one, two at a time, and tells what became of each.
// A file that does not get through is tried again; the server knows an image it already has.

import { fill, headers } from './page.js';

const area = document.getElementById('upload');
const texts = document.getElementById('upload-texts').dataset;
const panel = document.getElementById('sending');
const bar = panel.querySelector('.progress');
const line = document.getElementById('sending-text');
const problems = document.getElementById('problems');
const outcome = document.getElementById('outcome');

const AT_ONCE = 2;
const RETRY_AFTER_MS = [1000, 2000, 4000, 8000, 15000];
const REFRESH_AFTER_MS = 3000;

let busy = false;

const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

class SignedOut extends Error {}

async function post(url, body, more) {
    const answer = await fetch(url, { method: 'POST', body, headers: headers(more), redirect: 'manual' });
    const named = answer.headers.get('Content-Type')?.startsWith('application/problem+json');
    if (answer.type === 'opaqueredirect' || (!named && (answer.status === 401 || answer.status === 403))) {
        throw new SignedOut();
    }
    return answer;
}

/** What became of a file: a list of {path, outcome, reason, exam}, one for each image in it. */
async function send(file) {
    for (const wait of [...RETRY_AFTER_MS, null]) {
        try {
            const answer = await post(area.dataset.send, file, { 'Content-Type': 'application/octet-stream' });
            const body = await answer.json();
            if (answer.ok) {
                return body;
            }
            if (answer.status < 500) {
                return [{ path: '', outcome: 'REFUSED', reason: body.detail }];
            }
        } catch (failure) {
            if (failure instanceof SignedOut) {
                throw failure;
            }
        }
        if (wait !== null) {
            line.textContent = texts.interrupted;
            await pause(wait);
        }
    }
    return [{ path: '', outcome: 'REFUSED', reason: texts.lost }];
}

function report(file, item) {
    if (item.outcome === 'STORED') {
        return;
    }
    const entry = document.createElement('li');
    entry.className = item.outcome.toLowerCase();
    const name = document.createElement('strong');
    name.textContent = item.path ? `${file.name} › ${item.path}` : file.name;
    const reason = document.createElement('span');
    reason.textContent = item.reason ?? texts[item.outcome.toLowerCase()];
    entry.append(name, ' ', reason);
    problems.append(entry);
}

function show(done, total, sentBytes, totalBytes) {
    const percent = totalBytes === 0 ? 100 : Math.round((100 * sentBytes) / totalBytes);
    bar.setAttribute('aria-valuenow', percent);
    bar.firstElementChild.style.width = `${percent}%`;
    line.textContent = fill(texts.sending, done, total);
}

/** Lays the list anew, and again while one of its exams is on its way. */
async function refreshShelf() {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const shelf = page.getElementById('shelf');
    if (shelf) {
        document.getElementById('shelf').replaceWith(shelf);
        watchShelf();
    }
}

function watchShelf() {
    if (document.querySelector('#shelf [data-settled=false]')) {
        setTimeout(refreshShelf, REFRESH_AFTER_MS);
    }
}

/** The sender knows an exam by the name of its file, which only this page knows. */
function linkTo(exam, name) {
    const link = document.createElement('a');
    link.className = 'btn btn-sm btn-success me-2 mb-2';
    link.href = `${area.dataset.exams}/${exam}`;
    link.textContent = fill(texts.open, name);
    return link;
}

/** @param exams Map from each exam's id to the name of its first file */
function finish(exams, total) {
    line.textContent = fill(texts.finished, total);
    const [first] = exams.keys();
    if (exams.size === 1 && problems.childElementCount === 0) {
        location.assign(`${area.dataset.exams}/${first}`);
        return;
    }
    outcome.replaceChildren(...[...exams].map(([exam, name]) => linkTo(exam, name)));
    outcome.hidden = exams.size === 0;
    refreshShelf();
}

async function sendAll(files) {
    const exams = new Map();
    const queue = [...files];
    const totalBytes = files.reduce((sum, file) => sum + file.size, 0);
    let done = 0;
    let sentBytes = 0;
    show(0, files.length, 0, totalBytes);
    const worker = async () => {
        for (let file = queue.shift(); file; file = queue.shift()) {
            for (const item of await send(file)) {
                report(file, item);
                if (item.exam && !exams.has(item.exam)) {
                    exams.set(item.exam, file.name);
                }
            }
            sentBytes += file.size;
            show(++done, files.length, sentBytes, totalBytes);
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    for (const exam of exams.keys()) {
        await post(`${area.dataset.exams}/${exam}/complete`);
    }
    finish(exams, files.length);
}

async function start(files) {
    if (busy || files.length === 0) {
        return;
    }
    busy = true;
    problems.replaceChildren();
    outcome.hidden = true;
    panel.hidden = false;
    try {
        await sendAll(files);
    } catch (failure) {
        line.textContent = failure instanceof SignedOut ? texts.signedOut : texts.lost;
    } finally {
        busy = false;
    }
}

/** The files behind a drop, folders walked. */
async function dropped(items) {
    const roots = [...items].map(item => item.webkitGetAsEntry()).filter(Boolean);
    const walk = async entry => {
        if (entry.isFile) {
            return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
        }
        const reader = entry.createReader();
        const found = [];
        for (;;) {
            const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
            if (some.length === 0) {
                return found;
            }
            for (const child of some) {
                found.push(...(await walk(child)));
            }
        }
    };
    return (await Promise.all(roots.map(walk))).flat();
}

for (const id of ['files', 'folder']) {
    const input = document.getElementById(id);
    input.addEventListener('change', () => {
        const chosen = [...input.files];
        input.value = '';
        start(chosen);
    });
    input.disabled = false; // until here nobody would have heard the choice
}
area.addEventListener('dragover', event => {
    event.preventDefault();
    area.classList.add('dragging');
});
area.addEventListener('dragleave', () => area.classList.remove('dragging'));
area.addEventListener('drop', async event => {
    event.preventDefault();
    area.classList.remove('dragging');
    start(await dropped(event.dataTransfer.items));
});
window.addEventListener('beforeunload', event => {
    if (busy) {
        event.preventDefault();
    }
});
watchShelf();
