// A field with suggestions: the editable combobox with list autocomplete of the WAI-ARIA Authoring Practices (APG).
// The text that is typed counts in the end; the list only helps to type it.

import { fill } from './page.js';

const PAUSE = 150;

/** @param box holds the input, the list and the line that tells how many there are; data-options is the address asked with ?name= */
export function bindCombobox(box) {
    const input = box.querySelector('input');
    const list = box.querySelector('[role=listbox]');
    const line = box.querySelector('[role=status]');
    let active = -1;
    let timer;
    let asked = 0;

    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'false');

    const options = () => [...list.children];

    function close() {
        asked++;
        active = -1;
        list.hidden = true;
        input.setAttribute('aria-expanded', 'false');
        input.removeAttribute('aria-activedescendant');
    }

    function activate(index) {
        active = index;
        options().forEach((option, i) => option.setAttribute('aria-selected', i === index));
        if (index < 0) {
            input.removeAttribute('aria-activedescendant');
            return;
        }
        input.setAttribute('aria-activedescendant', options()[index].id);
        options()[index].scrollIntoView({ block: 'nearest' });
    }

    function choose(index) {
        input.value = options()[index].textContent;
        close();
        line.textContent = '';
        input.dispatchEvent(new Event('input', { bubbles: true }));
        clearTimeout(timer);
    }

    function optionOf(text, i) {
        const option = document.createElement('li');
        option.id = `${list.id}-${i}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.textContent = text;
        // A pointer that goes down would take the focus from the input, and with it the list.
        option.addEventListener('pointerdown', event => event.preventDefault());
        option.addEventListener('click', () => choose(i));
        return option;
    }

    async function ask() {
        const mine = ++asked;
        const answer = await fetch(`${box.dataset.options}?${new URLSearchParams({ name: input.value })}`, {
            headers: { Accept: 'application/json' },
            redirect: 'manual',
        }).catch(() => null);
        if (mine !== asked || !answer?.ok || document.activeElement !== input) {
            return;
        }
        const found = await answer.json();
        if (mine !== asked) {
            return;
        }
        list.replaceChildren(...found.map(optionOf));
        line.textContent = found.length > 0 ? fill(box.dataset.count, found.length) : box.dataset.nothing;
        active = -1;
        list.hidden = found.length === 0;
        list.scrollIntoView({ block: 'nearest' });
        input.setAttribute('aria-expanded', String(!list.hidden));
        input.removeAttribute('aria-activedescendant');
    }

    input.addEventListener('input', event => {
        clearTimeout(timer);
        if (event.isTrusted) {
            input.value.trim() === '' ? close() : (timer = setTimeout(ask, PAUSE));
        }
    });
    input.addEventListener('blur', () => {
        clearTimeout(timer);
        close();
    });
    input.addEventListener('keydown', event => {
        const count = options().length;
        if (event.key === 'ArrowDown' && list.hidden) {
            ask();
        } else if (list.hidden) {
            return;
        } else if (event.key === 'ArrowDown') {
            activate((active + 1) % count);
        } else if (event.key === 'ArrowUp') {
            activate(active <= 0 ? count - 1 : active - 1);
        } else if (event.key === 'Enter' && active >= 0) {
            choose(active);
        } else if (event.key === 'Escape') {
            close();
        } else {
            return;
        }
        event.preventDefault();
    });
}
