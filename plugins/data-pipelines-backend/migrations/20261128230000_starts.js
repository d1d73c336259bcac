// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('history_starts', table => {
    table.comment('Each start of a Flink job, and who knows of its lost state');
    table
      .string('id', 43)
      .primary()
      .comment('Hash of what makes the start the same for every replica');
    table.string('pipeline_ref').notNullable();
    table.string('environment').notNullable();
    table.string('cluster').notNullable();
    table.string('entity_ref');
    table.string('object', 600).notNullable();
    table.bigInteger('at').notNullable().comment('Milliseconds since 1970');
    table
      .bigInteger('rank')
      .notNullable()
      .comment('How much is known of it; less never replaces more');
    table.text('detail').notNullable().comment('JSON: what was seen of it');
    table.string('acknowledged_by').comment('Entity ref');
    table.bigInteger('acknowledged_at');
    table.text('acknowledged_reason');
    table
      .bigInteger('changed_at')
      .notNullable()
      .comment('For replicas that look for what others wrote');
    table.index(['changed_at'], 'history_starts_changed');
    table.index(
      ['pipeline_ref', 'environment', 'cluster', 'object', 'at'],
      'history_starts_object',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('history_starts');
};
