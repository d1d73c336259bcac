// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('history_entries', table => {
    table.comment('What happened to the parts of pipelines');
    table
      .string('id', 43)
      .primary()
      .comment('Hash of what makes the fact the same for every replica');
    place(table);
    table.string('kind', 16).notNullable();
    table.bigInteger('at').notNullable().comment('Milliseconds since 1970');
    table
      .bigInteger('rank')
      .notNullable()
      .defaultTo(0)
      .comment('How far the thing has come; less never replaces more');
    table.boolean('open').notNullable().defaultTo(false).comment('Still runs');
    table
      .string('alias', 43)
      .unique()
      .comment(
        'Second name of the same thing, such as the path of a savepoint',
      );
    table.bigInteger('count').comment('Events: how often');
    table
      .bigInteger('earlier_count')
      .notNullable()
      .defaultTo(0)
      .comment('Events: what history_event_counts no longer holds');
    table.bigInteger('first_at').comment('Events: the first time');
    table.text('detail').notNullable().comment('JSON, by kind');
    table.index(['pipeline_ref', 'at', 'id'], 'history_entries_pipeline');
    table.index(
      ['pipeline_ref', 'kind', 'at', 'id'],
      'history_entries_pipeline_kind',
    );
    table.index(['entity_ref', 'at', 'id'], 'history_entries_entity');
    table.index(['kind', 'at'], 'history_entries_age');
  });

  await knex.schema.createTable('history_states', table => {
    table.comment('The last health of each part, so that replicas agree');
    table.string('id', 43).primary();
    place(table);
    table.string('health', 16).notNullable();
    table.string('reason').notNullable();
    table.text('message').notNullable();
    table.string('previous', 16).comment('The health before');
    table
      .string('expected')
      .comment('Health and reason that the last writer knew before');
    table
      .bigInteger('version')
      .notNullable()
      .comment('The newest resourceVersion that the last writer knew');
    table.bigInteger('since').notNullable().comment('0 where nothing tells');
    table.bigInteger('at').notNullable();
    table.bigInteger('changes').notNullable();
    table.bigInteger('seen_at').notNullable();
    table.index(['pipeline_ref'], 'history_states_pipeline');
  });

  await knex.schema.createTable('history_specs', table => {
    table.comment(
      'The last spec of each object, to tell what an upgrade changed',
    );
    table.string('id', 43).primary();
    table.bigInteger('generation').notNullable();
    table.text('spec').notNullable().comment('JSON: path to shown value');
    table.bigInteger('seen_at').notNullable();
  });

  await knex.schema.createTable('history_event_counts', table => {
    table.comment('How often each Event object has counted so far');
    table.string('id', 43).primary();
    table.string('entry_id', 43).notNullable().index();
    table.bigInteger('count').notNullable();
    table.bigInteger('at').notNullable().index();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of [
    'history_event_counts',
    'history_specs',
    'history_states',
    'history_entries',
  ]) {
    await knex.schema.dropTable(name);
  }
};

/** @param {import('knex').Knex.CreateTableBuilder} table */
function place(table) {
  table.string('pipeline_ref').notNullable();
  table.string('environment').notNullable();
  table.string('cluster').notNullable();
  table.string('entity_ref');
  table.string('object', 600).notNullable();
}
