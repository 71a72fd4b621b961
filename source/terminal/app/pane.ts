/** What can hold the cursor on the Explore screen. */
export type PaneName = 'chips' | 'timeline' | 'employees' | 'dataTypes' | 'events';
