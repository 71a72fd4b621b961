import {csvLine} from '../document/csv.ts';
import {visibleText} from '../document/visible-text.ts';
import type {NotificationRow} from './packaged-case.ts';
import type {PackageContext, PackageFile} from './payload.ts';
import {told} from './withhold.ts';

export const notificationHeader = [
	'jurisdiction', 'regulator', 'regime', 'controller', 'controllerCountry', 'awareAt', 'initial', 'initialEndsAt', 'final', 'finalEndsAt', 'individuals', 'individualsEndsAt',
	'accessed', 'withoutSupportedReason', 'corroborated', 'records', 'dataTypes', 'triggerElements', 'trigger', 'statement', 'source', 'ruleDate', 'counsel',
] as const;

const path = 'data/jurisdictions/notification.csv';

const line = (context: PackageContext, row: NotificationRow): string => {
	const text = (value: string | undefined): string => visibleText(told(context, path, value ?? ''));
	return csvLine([
		text(row.jurisdiction), text(row.regulator), text(row.regime), text(row.controller), text(row.controllerCountry), row.awareAt, text(row.initial.rule), row.initial.endsAt,
		text(row.final.rule), row.final.endsAt, text(row.individuals.rule), row.individuals.endsAt, row.accessed, row.withoutSupportedReason, row.corroborated, row.records,
		text(row.dataTypes.join(';')), text(row.triggerElements.join(';')), text(row.trigger), text(row.statement), text(row.source), row.ruleDate, `check with counsel; rule as of ${row.ruleDate}`,
	], {guarded: true});
};

const text = (context: PackageContext): readonly string[] => [csvLine(notificationHeader, {guarded: true}), ...context.contents.case.notifications.map(row => line(context, row))];

/** Whom the law of which place names, and when its clocks end: facts, never a verdict. */
export const notificationFile: PackageFile = {path, about: 'regulators and clocks by controller and jurisdiction: facts to be checked with counsel', audiences: ['regulator', 'internal'], text};
