// The part of a page where exams are sent: what is dropped or chosen goes its way, and every sending shows how far it is.

import { Card } from './sending/card.js';
import { announced, chosen, dropped, sifted } from './sending/files.js';
import { Lost, announce, look, withdraw } from './sending/protocol.js';
import { Transfers } from './sending/transfers.js';
import { fill } from './page.js';
import { Away, reasonOf } from './session.js';
import { listenTo } from './stream.js';

const area = document.getElementById('upload');
const list = document.getElementById('sendings');
const notice = document.getElementById('sending-notice');
const takeBack = document.getElementById('take-back');
const missingLine = document.getElementById('sendings-missing');
const leftOut = document.getElementById('left-out');
const texts = document.getElementById('sending-texts').dataset;
const base = area.dataset.sendings;

const TOO_MUCH_OPEN = ['refusal.too-much-to-send.open-files', 'refusal.over-quota'];
const RETRY_AFTER_MS = 2000;
const RENDER_MS = 1000;
const MOST_LEFT_OUT = 50;

const cards = new Map();
let online = true;
let events = null;
let waiting = null; // files chosen while the account of this page was not signed in
let outlook = null; // how much may be sent, and what is unfinished, as the server said last
let fresh = null; // the sending that was begun here last, whose only exam is opened by itself

function say(message) {
    notice.textContent = message;
    notice.hidden = !message;
}

const transfers = new Transfers({
    online(now) {
        if (online !== now) {
            online = now;
            cards.forEach(card => card.render());
        }
    },
    away: reason => {
        say(reason);
        cards.forEach(card => card.render());
    },
    refused: (sending, number, reason) => cards.get(sending)?.note(number, reason),
    unreadable: (sending, number) => cards.get(sending)?.note(number, texts.unreadable),
});

function cardOf(sending) {
    if (!cards.has(sending)) {
        const card = new Card({
            pause: () => transfers.pause(sending),
            resume: () => transfers.resume(sending),
            cancel: () => cancel(sending),
            here: () => transfers.has(sending),
            paused: () => transfers.paused(sending),
            online: () => online,
            exams: area.dataset.exams,
        });
        cards.set(sending, card);
    }
    return cards.get(sending);
}

/** What is missing files comes first, then what was begun last. */
function arrange() {
    const inOrder = [...cards.values()].sort(
        (one, other) => other.unfinished - one.unfinished || other.begunAt.localeCompare(one.begunAt),
    );
    inOrder.forEach((card, i) => list.children[i] !== card.element && list.insertBefore(card.element, list.children[i] ?? null));
}

/** Asks what is unfinished, and tells how much it is in all: there may be more than are shown. */
async function lookAgain() {
    outlook = await look(base);
    const { sendings, files } = outlook.missing;
    missingLine.textContent = fill(texts.missing, sendings, files);
    missingLine.hidden = sendings < 2 || transfers.busy;
    closeIfSettled();
}

async function cancel(sending) {
    if (!window.confirm(texts.confirmCancel)) {
        return;
    }
    transfers.drop(sending);
    try {
        await withdraw(`${base}/${sending}`);
        listen();
        await lookAgain();
    } catch (failure) {
        say(reasonOf(failure, texts.notCancelled));
    }
}

/** News of all sendings, as long as one of them is on its way. */
function listen() {
    events ??= listenTo(`${base}/events`, {
        sending(view) {
            const known = cards.has(view.id);
            const card = cardOf(view.id);
            const { exams, finished } = card;
            card.tell(view);
            if (view.exams.length > exams.length) {
                document.dispatchEvent(new CustomEvent('exams-changed'));
            }
            if (known && card.finished && !finished) {
                lookAgain().catch(() => {}); // it is asked again before anything is sent
            }
            arrange();
            arrived(view);
        },
    });
}

function arrived(view) {
    const card = cards.get(view.id);
    if (view.finished) {
        transfers.drop(view.id);
        if (fresh === view.id && view.exams.length === 1 && !card.troubled && leftOut.hidden && !transfers.busy) {
            location.assign(`${area.dataset.exams}/${view.exams[0].id}`);
        }
    }
    closeIfSettled();
}

/** Nothing more will be told if all have been told of, and each has come to its end. */
function closeIfSettled() {
    const all = outlook !== null && outlook.told.every(sending => cards.has(sending));
    if (all && [...cards.values()].every(each => each.settled)) {
        events?.close();
        events = null;
    }
}

/** Does it, again and again as long as the server cannot be reached. */
async function patiently(act) {
    for (;;) {
        try {
            return await act();
        } catch (failure) {
            if (!(failure instanceof Lost)) {
                throw failure;
            }
            say(texts.offline);
            await new Promise(resolve => setTimeout(resolve, RETRY_AFTER_MS));
        }
    }
}

const beingSent = path => [...cards].some(([sending, card]) => transfers.has(sending) && card.holds(path));

async function begun(files) {
    const known = await Promise.all(files.map(file => announced(file, outlook)));
    // One that is on its way from here is another file that only is called the same.
    known.forEach((file, i) => beingSent(files[i].path) && delete file.place);
    const urgent = document.getElementById('urgent').checked;
    return patiently(() => announce(base, known, urgent));
}

/** Names what does not set out, and why. @param left [{path, objection: [name of a text, limit in bytes]}] */
function tellLeftOut(left) {
    const items = left.slice(0, MOST_LEFT_OUT).map(({ path, objection: [name, limit] }) => {
        const item = document.createElement('li');
        const label = document.createElement('strong');
        item.className = 'refused';
        label.textContent = path;
        item.append(label, ' ', fill(texts[name], Math.floor(limit / 2 ** 20)));
        return item;
    });
    leftOut.querySelector('ul').replaceChildren(...items);
    leftOut.querySelector('summary').textContent = fill(texts.leftOut, left.length);
    leftOut.hidden = left.length === 0;
}

async function start({ files, unreadable }) {
    if (files.length + unreadable.length === 0) {
        return;
    }
    say('');
    waiting = null;
    takeBack.hidden = true;
    try {
        await patiently(lookAgain);
        say('');
        const { fit, left } = await sifted(files, outlook);
        tellLeftOut([...unreadable.map(path => ({ path, objection: ['unreadableEntry'] })), ...left]);
        if (fit.length > 0) {
            await send(fit);
        }
    } catch (failure) {
        waiting = failure instanceof Away ? { files, unreadable } : null;
        say(failure.message);
        takeBack.hidden = !TOO_MUCH_OPEN.includes(failure.code);
    }
}

async function send(files) {
    const sending = await begun(files);
    say('');
    const card = cardOf(sending.id);
    card.name(new Map(sending.files.map((file, i) => [file.number, files[i].path])));
    const tasks = sending.files
        .map((file, i) => ({ ...file, file: files[i].file, address: `${base}/${sending.id}/files/${file.id}` }))
        .filter(task => task.state === 'WAITING' || task.state === 'RECEIVING');
    fresh = sending.id;
    transfers.add(sending.id, tasks, sending.chunk);
    missingLine.hidden = true;
    listen();
}

/** Goes on with what only waited for the account of this page to sign in again. */
function comeBack() {
    if (transfers.comeBack()) {
        say('');
    }
    if (waiting) {
        start(waiting);
    }
}

for (const id of ['files', 'folder']) {
    const input = document.getElementById(id);
    input.addEventListener('change', () => {
        const files = chosen(input);
        input.value = '';
        start({ files, unreadable: [] });
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
    if (transfers.busy) {
        event.preventDefault();
    }
});
window.addEventListener('focus', comeBack);
setInterval(() => events && cards.forEach(card => card.settled || card.render()), RENDER_MS);
listen();
lookAgain().catch(() => {}); // it is asked again before anything is sent
