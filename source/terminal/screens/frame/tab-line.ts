import {screens, type ScreenName} from '../../app/screen.ts';
import {span, type Line} from '../../drawing/line.ts';

/** Narrower than this, only the screen that one is on says its name: nobody who is new here knows what a digit leads to. */
const roomForNames = 76;

/** From here on they stand further apart. */
const roomForGaps = 100;

/** `1 Explore  2 Leads  3 Customers  4 Case  5 Sources`: the one in view is marked by a sign too. */
export const tabLine = (screen: ScreenName, columns: number): Line => screens.flatMap(({name, digit, title}, index): Line => {
	const here = name === screen;
	const gap = index === 0 ? [] : [span(columns >= roomForGaps ? '  ' : ' ')];
	const text = here || columns >= roomForNames ? ` ${title}` : '';
	return [...gap, span(here ? `▸${digit}` : digit, 'accent'), span(text, here ? 'strong' : 'quiet')];
});
