// What the networks said: the figure, the slices that weighed most, and the heat maps.

import { imageIdOf } from './images.js';
import { ask, element, number, one, percent, text } from './page.js';
import { colour } from './colours.js';

const MOST_SLICES = 5;

/** Readings of an exam with their maps by image id, as far as there are maps. */
export async function readingsOf(exam) {
    const readings = await ask(exam, 'readings');
    return Promise.all(
        readings.map(async reading => {
            const withMaps = !reading.refusal && reading.slices.some(slice => slice.heatMap);
            const { strongest, maps } = withMaps ? await ask(exam, `readings/${reading.id}/maps`) : { strongest: 0, maps: [] };
            return {
                ...reading,
                strongest,
                maps: new Map(maps.map(map => [imageIdOf(exam, map.image, map.frame), map.rows])),
                imageIds: reading.slices.map(slice => imageIdOf(exam, slice.image, slice.frame)),
            };
        }),
    );
}

/** The readings that are about an image, one for each network; the one that stands for the exam comes first. */
export const readingsAbout = (readings, imageIds) => readings.filter(reading => reading.imageIds.some(id => imageIds.includes(id)));

/** Lets the doctor choose whose reading is shown, where several networks have read. */
export function offerNetworks(panel, readings, shown, onChoice) {
    const select = one('#network', panel);
    one('.network-choice', panel).hidden = readings.length < 2;
    select.replaceChildren(...readings.map(({ network }) => new Option(network, network, false, network === shown?.network)));
    select.onchange = () => onChoice(select.value);
}

/** The slices of a reading that spoke loudest for the suspicion, the loudest first. */
export function weightiest(reading) {
    return reading.slices
        .map((slice, i) => ({ imageId: reading.imageIds[i], suspected: slice.suspected }))
        .sort((one, other) => other.suspected - one.suspected)
        .slice(0, MOST_SLICES);
}

/** Fills the panel beside the image. */
export function showResult(panel, reading, imageIds, onJump) {
    panel.dataset.state = reading ? (reading.refusal ? 'refused' : 'read') : 'none';
    one('.refusal', panel).textContent = reading?.refusal ?? '';
    if (!reading || reading.refusal) {
        return;
    }
    const verdict = one('.class', panel);
    verdict.textContent = text(classOf(reading));
    verdict.dataset.positive = reading.classed ? reading.positive : '';
    panel.classList.toggle('unclassed', !reading.classed);
    const unlike = !reading.classed && reading.unlikeness > 1;
    one('.unlike', panel).hidden = !unlike;
    one('.far', panel).textContent = unlike ? text('unlike', number(reading.unlikeness, 1)) : '';
    one('.card', panel).hidden = !reading.card;
    one('.card', panel).href = reading.card ?? '';
    one('.probability', panel).textContent = percent(reading.suspected, 1);
    one('.threshold', panel).textContent = text('threshold', percent(reading.threshold, 1));
    one('.network', panel).textContent = reading.network;
    one('.warning', panel).hidden = !reading.warning;
    one('.words', panel).textContent = reading.warning ?? '';
    one('.weighed', panel).hidden = reading.slices.length < 2;
    one('.weighed ol', panel).replaceChildren(...weightiest(reading).map(slice => jump(slice, imageIds, onJump)));
}

function classOf({ classed, positive }) {
    if (!classed) {
        return 'noClass';
    }
    return positive ? 'suspected' : 'notSuspected';
}

function jump({ imageId, suspected }, imageIds, onJump) {
    const item = element('li');
    const button = element('button', '', text('jump', imageIds.indexOf(imageId) + 1, percent(suspected, 1)));
    button.addEventListener('click', () => onJump(imageId));
    item.append(button);
    return item;
}

/** Bars under the image, one for each slice that was read, as high as its probability. */
export function showWeights(strip, reading, imageIds, onJump) {
    const bars = (reading?.imageIds ?? []).map((imageId, i) => {
        const at = imageIds.indexOf(imageId);
        const bar = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
        const height = Math.max(6, 100 * reading.slices[i].suspected);
        Object.entries({ x: at, y: 100 - height, width: 1, height }).forEach(([name, value]) => bar.setAttribute(name, value));
        bar.dataset.index = at;
        bar.addEventListener('click', () => onJump(imageId));
        return bar;
    });
    strip.setAttribute('viewBox', `0 0 ${imageIds.length} 100`);
    strip.replaceChildren(...bars);
    strip.toggleAttribute('hidden', bars.length < 2);
}

/** The colours of the map with the numbers that they stand for. */
export function showLegend(canvas, numbers) {
    const context = canvas.getContext('2d');
    for (let x = 0; x < canvas.width; x++) {
        context.fillStyle = `rgb(${colour(x / (canvas.width - 1)).join(' ')})`;
        context.fillRect(x, 0, 1, canvas.height);
    }
    numbers.replaceChildren(...[0, 0.25, 0.5, 0.75, 1].map(share => element('span', '', percent(share))));
}

