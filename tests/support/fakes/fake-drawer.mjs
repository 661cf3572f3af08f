// A process that returns its input, except for inputs that it never answers, or that end it.
process.on('message', ({ content, id }) => {
  const word = content.toString();
  if (word === 'die') process.exit(1);
  if (word !== 'stuck') process.send({ id, drawing: { content, width: 1, height: 1 } });
});
process.on('disconnect', () => process.exit(0));
