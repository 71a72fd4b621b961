/** Invented people get common first and last names, drawn apart, so that no pair means anybody. */
export const firstNames = [
	'Ada', 'Aisha', 'Alan', 'Amara', 'Ana', 'Anders', 'Anja', 'Arjun', 'Aoife', 'Beatriz', 'Ben', 'Bianca', 'Carla', 'Carlos', 'Chiara', 'Chloé',
	'Cillian', 'Clara', 'Daniel', 'Deepa', 'Diego', 'Dora', 'Elena', 'Elif', 'Emil', 'Emma', 'Erik', 'Esther', 'Fatima', 'Felix', 'Femi', 'Fiona',
	'Franz', 'Gabriel', 'Grace', 'Greta', 'Hana', 'Hassan', 'Helen', 'Hugo', 'Ines', 'Ingrid', 'Isaac', 'Ivan', 'Jack', 'Jasmin', 'Jean', 'Joana',
	'Jonas', 'José', 'Julia', 'Kai', 'Karim', 'Kate', 'Kenji', 'Kofi', 'Lara', 'Leila', 'Leon', 'Liam', 'Linh', 'Louis', 'Lucía', 'Maeve',
	'Malik', 'Marc', 'Maria', 'Marta', 'Mei', 'Mia', 'Miguel', 'Mina', 'Nadia', 'Niamh', 'Nils', 'Noor', 'Oliver', 'Olga', 'Omar', 'Oscar',
	'Paul', 'Paula', 'Pedro', 'Petra', 'Priya', 'Rania', 'René', 'Rosa', 'Ruth', 'Sam', 'Sara', 'Sean', 'Selma', 'Sofia', 'Tara', 'Theo',
	'Tomás', 'Uma', 'Vera', 'Victor', 'Wei', 'Yara', 'Yusuf', 'Zoë',
] as const;

export const lastNames = [
	'Abbott', 'Adeyemi', 'Ahmed', 'Almeida', 'Andersen', 'Bailey', 'Bauer', 'Becker', 'Bernard', 'Blanc', 'Brennan', 'Brown', 'Byrne', 'Campbell', 'Chen', 'Clarke',
	'Costa', 'Cruz', 'Davies', 'Delgado', 'Diaz', 'Dubois', 'Duffy', 'Edwards', 'Evans', 'Fernández', 'Fischer', 'Flores', 'Fontaine', 'Foster', 'Garcia', 'Gill',
	'Gomez', 'Graham', 'Gray', 'Gruber', 'Hall', 'Hansen', 'Harris', 'Hughes', 'Ibrahim', 'Ito', 'Jackson', 'Janssen', 'Jones', 'Kaur', 'Keller', 'Kelly',
	'Khan', 'King', 'Klein', 'Kowalski', 'Kumar', 'Lambert', 'Lang', 'Lee', 'Lefèvre', 'Lopez', 'MacDonald', 'Marin', 'Martin', 'Meyer', 'Mitchell', 'Moreau',
	'Morgan', 'Müller', 'Murphy', 'Nguyen', 'Nolan', 'Novak', "O'Brien", 'Okafor', 'Olsen', 'Park', 'Patel', 'Pereira', 'Petit', 'Quinn', 'Ramos', 'Reid',
	'Richter', 'Rivera', 'Roberts', 'Rossi', 'Roy', 'Ryan', 'Santos', 'Schmidt', 'Scott', 'Sharma', 'Silva', 'Singh', 'Smith', 'Tanaka', 'Taylor', 'Tremblay',
	'Turner', 'Vega', 'Wagner', 'Walker', 'Weber', 'White', 'Wilson', 'Wong', 'Wood', 'Wright', 'Young', 'Zimmermann',
] as const;

/** Letters that an e-mail address or a login may hold. */
export const plainLetters = (name: string): string => name.normalize('NFD').toLowerCase().replaceAll(/[^a-z]/g, '');
