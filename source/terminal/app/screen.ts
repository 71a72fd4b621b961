/** The screens, in the order of their digits. */
export const screens = [
	{name: 'explore', digit: '1', title: 'Explore'},
	{name: 'leads', digit: '2', title: 'Leads'},
	{name: 'customers', digit: '3', title: 'Customers'},
	{name: 'case', digit: '4', title: 'Case'},
	{name: 'sources', digit: '5', title: 'Sources'},
] as const;

export type ScreenName = typeof screens[number]['name'];

export const screenTitle = (name: ScreenName): string => screens.find(screen => screen.name === name)!.title;
