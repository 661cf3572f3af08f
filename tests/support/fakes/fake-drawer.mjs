// A process that answers with what it was given, but for what it never answers, and what ends it.
process.on('message', ({ content, id }) => {
  const word = content.toString();
  if (word === 'die') process.exit(1);
  if (word !== 'stuck') process.send({ id, drawing: { content, width: 1, height: 1 } });
});
process.on('disconnect', () => process.exit(0));
