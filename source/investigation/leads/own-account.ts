/** How the sentence on the investigator's own account or team begins: it stands at the top of what is shown. */
export const ownBeginning = /^The (?:account|team) of the investigator/;
