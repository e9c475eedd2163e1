// The part of a page where exams are sent: what is dropped or chosen goes its way, and every sending shows how far it is.

import { Card } from './sending/card.js';
import { announced, chosen, dropped } from './sending/files.js';
import { Lost, announce, withdraw } from './sending/protocol.js';
import { Transfers } from './sending/transfers.js';
import { Away, reasonOf } from './session.js';
import { listenTo } from './stream.js';

const area = document.getElementById('upload');
const list = document.getElementById('sendings');
const notice = document.getElementById('sending-notice');
const takeBack = document.getElementById('take-back');
const texts = document.getElementById('sending-texts').dataset;
const base = area.dataset.sendings;

const TOO_MUCH_OPEN = ['refusal.too-much-to-send.open-files', 'refusal.over-quota'];
const RETRY_AFTER_MS = 2000;
const RENDER_MS = 1000;

const cards = new Map();
let online = true;
let events = null;
let waiting = null; // files chosen while the account of this page was not signed in
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
        list.prepend(card.element);
    }
    return cards.get(sending);
}

async function cancel(sending) {
    if (!window.confirm(texts.confirmCancel)) {
        return;
    }
    transfers.drop(sending);
    try {
        await withdraw(`${base}/${sending}`);
        listen();
    } catch (failure) {
        say(reasonOf(failure, texts.notCancelled));
    }
}

/** News of all sendings, as long as one of them is on its way. */
function listen() {
    events ??= listenTo(`${base}/events`, {
        sending(view) {
            const card = cardOf(view.id);
            const before = card.exams.length;
            card.tell(view);
            if (view.exams.length > before) {
                document.dispatchEvent(new CustomEvent('exams-changed'));
            }
            arrived(view);
        },
    });
}

function arrived(view) {
    const card = cards.get(view.id);
    if (view.finished) {
        transfers.drop(view.id);
        if (fresh === view.id && view.exams.length === 1 && !card.troubled && !transfers.busy) {
            location.assign(`${area.dataset.exams}/${view.exams[0].id}`);
        }
    }
    if ([...cards.values()].every(each => each.settled)) {
        events?.close();
        events = null;
    }
}

async function begun(files) {
    const known = await Promise.all(files.map(announced));
    const urgent = document.getElementById('urgent').checked;
    for (;;) {
        try {
            return await announce(base, known, urgent);
        } catch (failure) {
            if (!(failure instanceof Lost)) {
                throw failure;
            }
            say(texts.offline);
            await new Promise(resolve => setTimeout(resolve, RETRY_AFTER_MS));
        }
    }
}

async function start(files) {
    if (files.length === 0) {
        return;
    }
    say('');
    waiting = null;
    takeBack.hidden = true;
    try {
        const sending = await begun(files);
        say('');
        const card = cardOf(sending.id);
        card.name(new Map(sending.files.map((file, i) => [file.number, files[i].path])));
        const tasks = sending.files
            .map((file, i) => ({ ...file, file: files[i].file, address: `${base}/${sending.id}/files/${file.id}` }))
            .filter(task => task.state === 'WAITING' || task.state === 'RECEIVING');
        fresh = sending.id;
        transfers.add(sending.id, tasks, sending.chunk);
        listen();
    } catch (failure) {
        waiting = failure instanceof Away ? files : null;
        say(failure.message);
        takeBack.hidden = !TOO_MUCH_OPEN.includes(failure.code);
    }
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
        start(files);
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
