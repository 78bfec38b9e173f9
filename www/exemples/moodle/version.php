<?php
// Greffon local : une page avec l’élément.

defined('MOODLE_INTERNAL') || die();

$plugin->component = 'local_tourdetable';
$plugin->version = 2026112700;
$plugin->requires = 2022112800; // Moodle 4.1.
$plugin->maturity = MATURITY_BETA;
$plugin->release = '0.1.0';
