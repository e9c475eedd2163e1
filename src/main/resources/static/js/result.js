// The result page: which slice, how strong the heat map, and how far the reading has come.

import { fill } from './page.js';
import { listenTo } from './stream.js';

function bindSlices(screen) {
    const slider = screen.querySelector('.slice-slider');
    if (!slider) {
        return;
    }
    const figures = [...screen.querySelectorAll('figure')];
    const bars = [...screen.querySelectorAll('.slices rect')];
    const text = screen.querySelector('.slice-text');
    const show = number => {
        figures.forEach((figure, i) => (figure.hidden = i !== number));
        bars.forEach((rect, i) => rect.classList.toggle('current', i === number));
        text.value = fill(text.dataset.text, number + 1, figures.length, bars[number].dataset.percent);
    };
    slider.addEventListener('input', () => show(slider.valueAsNumber));
    bars.forEach((rect, i) =>
        rect.addEventListener('click', () => {
            slider.value = i;
            show(i);
        }),
    );
    show(slider.valueAsNumber);
}

function bindOpacity(screen) {
    const slider = screen.querySelector('.opacity-slider');
    if (!slider) {
        return;
    }
    const text = screen.querySelector('.opacity-text');
    const maps = screen.querySelectorAll('.heat-map');
    const show = () => {
        maps.forEach(map => (map.style.opacity = slider.value / 100));
        text.value = `${slider.value} %`;
    };
    slider.addEventListener('input', show);
    show();
}

function follow(panel) {
    const texts = panel.querySelector('template').dataset;
    const line = panel.querySelector('[role=status]');
    const bar = panel.querySelector('.progress');
    const seeAgain = () => {
        stream.close();
        location.reload();
    };
    const tell = ({ state, done, all, ahead, settled }) => {
        if (settled) {
            seeAgain();
            return;
        }
        const percent = all === 0 ? 0 : Math.round((100 * done) / all);
        bar.setAttribute('aria-valuenow', percent);
        bar.firstElementChild.style.width = state === 'READING' ? `${Math.max(percent, 5)}%` : '0';
        if (state === 'READING') {
            line.textContent = all > 1 ? fill(texts.step, done, all) : texts.reading;
        } else if (state === 'QUEUED') {
            line.textContent = ahead > 0 ? fill(texts.waiting, ahead) : texts.queued;
        } else {
            line.textContent = texts.arriving;
        }
    };
    const stream = listenTo(panel.dataset.stream, { progress: tell, gone: seeAgain });
}

document.querySelectorAll('.screen').forEach(screen => {
    bindSlices(screen);
    bindOpacity(screen);
});
const progress = document.getElementById('progress');
if (progress) {
    follow(progress);
}
