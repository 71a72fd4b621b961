import {makeDice, type Dice} from './world-dice.ts';
import {makeFiles} from './world-entries.ts';
import {makeCustomers, makeEmployees, type IdStyle} from './world-people.ts';
import {makeBulkStyle, makeCrmStyle, makeDeskStyle, makeShopStyle} from './world-style.ts';
import type {World, WorldFrame} from './world.ts';
import {changesOf} from './world-zone.ts';

const zones = ['America/Los_Angeles', 'Europe/Berlin', 'Europe/London', 'Australia/Lord_Howe', 'America/St_Johns', 'UTC', 'Asia/Kolkata'] as const;

const makeFrame = (seed: number, dice: Dice): WorldFrame => {
	const zone = dice.pick(zones);
	const changes = changesOf(zone);
	const idStyle = dice.pick<IdStyle>(['letters', 'letters', 'underscores', 'zeros', 'long']);
	return {
		seed,
		zone,
		changes,
		middle: changes.length > 0 ? dice.pick(changes).at : Date.UTC(2020, dice.between(0, 11), 15),
		idStyle,
		employees: makeEmployees(dice),
		customers: makeCustomers(dice, idStyle),
		styles: {crm: makeCrmStyle(dice), desk: makeDeskStyle(dice, idStyle), shop: makeShopStyle(dice), bulk: makeBulkStyle(dice)},
	};
};

/** A small random world: what happened, and the files that tell of it. */
export const makeWorld = (seed: number): World => {
	const dice = makeDice(seed);
	const frame = makeFrame(seed, dice);
	return {...frame, files: makeFiles(frame, dice)};
};
