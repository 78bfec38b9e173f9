<?php

declare(strict_types=1);

/** @var \OCP\IL10N $l */
?>
<div id="app-content">
	<tour-de-table lang="<?php p($l->getLanguageCode()); ?>" storage="local" storage-key="nextcloud" heading-level="2"></tour-de-table>
</div>
