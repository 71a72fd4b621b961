import type {PreparedFile} from '../files/prepared-file.ts';
import type {ScanResult} from '../files/scan.ts';
import type {FailedSource, SkippedFile, Source} from '../records/source.ts';
import type {SourcePlan} from '../store/plan.ts';
import type {Staged} from '../store/stage.ts';
import type {Choice} from './choose-plan.ts';

/** A loaded source with all that is needed to read its records again. */
export type LoadedSource = {readonly id: number; readonly plan: SourcePlan; readonly choice: Choice; readonly file: PreparedFile; readonly scan: ScanResult; readonly source: Source; readonly staged: Staged};

export type Loaded = {readonly sources: readonly LoadedSource[]; readonly failed: readonly FailedSource[]; readonly skipped: readonly SkippedFile[]};
