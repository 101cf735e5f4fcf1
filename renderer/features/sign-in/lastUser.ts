/** Under this name the id of whoever signed in last is remembered, to be offered first. */
export const LAST_USER = 'lastUser'
