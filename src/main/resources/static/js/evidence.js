// Sends the chosen papers one after the other and tells which were not taken.

import { deliver } from './session.js';

const area = document.getElementById('evidence');
const input = document.getElementById('papers');
const line = document.getElementById('evidence-text');
const problems = document.getElementById('evidence-problems');

const headers = { 'Content-Type': 'application/octet-stream' };

function report(file, reason) {
    const entry = document.createElement('li');
    entry.className = 'refused';
    const name = document.createElement('strong');
    name.textContent = file.name;
    entry.append(name, ' ', reason);
    problems.append(entry);
}

async function sendAll(files) {
    problems.replaceChildren();
    line.textContent = area.dataset.sending;
    input.disabled = true;
    for (const file of files) {
        const reason = await deliver(area.dataset.send, { body: file, headers }, area.dataset.lost);
        if (reason !== null) {
            report(file, reason);
        }
    }
    input.disabled = false;
    line.textContent = '';
    if (problems.childElementCount === 0) {
        location.reload();
    }
}

input.addEventListener('change', () => {
    const chosen = [...input.files];
    input.value = '';
    if (chosen.length > 0) {
        sendAll(chosen);
    }
});
input.disabled = false; // until here nobody would have heard the choice
