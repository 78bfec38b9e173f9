<?php
// La page de l’outil, pour les personnes connectées.

require(__DIR__ . '/../../config.php');

require_login();

$PAGE->set_context(context_system::instance());
$PAGE->set_url(new moodle_url('/local/tourdetable/index.php'));
$PAGE->set_pagelayout('standard');
$PAGE->set_title(get_string('pluginname', 'local_tourdetable'));
$PAGE->set_heading(get_string('pluginname', 'local_tourdetable'));

echo $OUTPUT->header();
echo html_writer::tag('tour-de-table', '', [
    'lang' => str_replace('_', '-', current_language()),
    'storage' => 'local',
    // Plusieurs personnes partagent parfois un navigateur.
    'storage-key' => 'moodle-' . $USER->id,
    'heading-level' => 2,
]);
echo html_writer::tag('script', '', [
    'src' => (new moodle_url('/local/tourdetable/paquet/loader.js'))->out(false),
    'defer' => 'defer',
]);
echo $OUTPUT->footer();
