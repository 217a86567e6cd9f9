/** A command that can not be carried out as asked; the message is for whoever typed it, in both languages. */
export class CommandProblem extends Error {}
