import {setImmediate as immediate} from 'node:timers/promises';
import test from 'ava';
import {driveApp} from '../../helpers/app-driver.ts';
import {openFake} from '../../helpers/fake-investigation.ts';
import {stalePanes} from '../../../source/terminal/app/working.ts';
import type {OpenInvestigation} from '../../../source/terminal/effects/context.ts';

test('an older answer about the events that comes within the same moment as the newer one does not take its place', async t => {
	const gates: Array<() => void> = [];
	let isGated = false;
	const open: OpenInvestigation = async (request, options) => {
		const investigation = await openFake()(request, options);
		return {...investigation, async events(page) {
			if (isGated) {
				await new Promise<void>(resolve => {
					gates.push(resolve);
				});
			}

			return investigation.events(page);
		}};
	};

	const app = driveApp({real: {request: {paths: ['exports/crm.csv']}, open}});
	t.teardown(async () => app.end());
	await app.answered();
	isGated = true;
	app.press('+', 's');
	await app.until(() => gates.length === 2);
	gates[1]!();
	await immediate();
	gates[0]!();
	await app.answered();
	t.deepEqual(stalePanes(app.state()), []);
});
