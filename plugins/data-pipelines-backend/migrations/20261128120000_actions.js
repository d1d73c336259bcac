// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('actions', table => {
    table.comment('What people asked to be done, and how far it is');
    table
      .string('id', 32)
      .primary()
      .comment('Hash of who asked, for which job, with which key');
    table.string('pipeline_ref').notNullable();
    table.string('job_ref').notNullable();
    table.string('environment').notNullable();
    table.text('action').notNullable().comment('JSON: name and parameters');
    table.string('requested_by').notNullable().comment('Entity ref');
    table.text('steps').notNullable().comment('JSON');
    table.integer('steps_done').notNullable().defaultTo(0);
    table
      .bigInteger('step_since')
      .notNullable()
      .comment('Milliseconds since 1970: when the present step began');
    table.string('state', 16).notNullable();
    table.text('sentence');
    table.bigInteger('started_at').notNullable();
    table.bigInteger('ended_at');
    table
      .bigInteger('due_at')
      .notNullable()
      .comment('Nobody looks at it before; whoever works on it moves it on');
    table.index(['job_ref', 'started_at'], 'actions_job');
    table.index(['state', 'due_at'], 'actions_due');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('actions');
};
