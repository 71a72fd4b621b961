import {caseDesk} from './case-desk.ts';
import {accountsEffect} from './accounts-effect.ts';
import {askedEffect} from './asked-effect.ts';
import {caseEffect} from './case-effect.ts';
import {citeEffect} from './cite-effect.ts';
import {completionEffect} from './completion-effect.ts';
import type {EffectContext} from './context.ts';
import {customersEffect} from './customers-effect.ts';
import {exportEffect} from './export-effect.ts';
import {findEffect} from './find-effect.ts';
import {foreseenEffect} from './foreseen-effect.ts';
import {keepEffect} from './keep-effect.ts';
import {listEffect} from './list-effect.ts';
import {layoutEffect} from './layout-effect.ts';
import {leadsEffect} from './leads-effect.ts';
import {loadEffect} from './load-effect.ts';
import {parserEffect} from './parser-effect.ts';
import {questionEffect} from './question-effect.ts';
import {sourcesEffect} from './sources-effect.ts';
import {recordEffect} from './record-effect.ts';
import {timelineEffect} from './timeline-effect.ts';
import {startEffect} from './start-effect.ts';
import {watchEffect} from './watch-effect.ts';

/** Everything that takes time. Returns how to end it. */
export const startEffects = (given: Omit<EffectContext, 'desk'>): (() => Promise<void>) => {
	const desk = caseDesk(given);
	const context: EffectContext = {...given, desk};
	const effects = [startEffect, loadEffect, keepEffect, questionEffect, askedEffect, recordEffect, listEffect, layoutEffect, citeEffect, completionEffect, parserEffect, customersEffect, sourcesEffect, leadsEffect, exportEffect, caseEffect, foreseenEffect, findEffect, accountsEffect, timelineEffect, watchEffect].map(make => make(context));
	const look = (): void => {
		for (const effect of effects) {
			effect.look(context.store.state());
		}
	};

	const unsubscribe = context.store.subscribe(look);
	look();
	return async () => {
		unsubscribe();
		await Promise.all(effects.map(async effect => effect.end()));
		await desk.close();
	};
};
