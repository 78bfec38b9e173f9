<?php

defined('MOODLE_INTERNAL') || die();

$string['pluginname'] = 'Tour de table';
