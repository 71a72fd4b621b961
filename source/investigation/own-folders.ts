export {removeOwnFoldersAtExit} from '../files/private-folder.ts';
