<?php

declare(strict_types=1);

namespace OCA\TourDeTable\Controller;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\ContentSecurityPolicy;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IRequest;
use OCP\Util;

class PageController extends Controller {
	public function __construct(IRequest $request) {
		parent::__construct('tourdetable', $request);
	}

	#[NoAdminRequired]
	#[NoCSRFRequired]
	public function index(): TemplateResponse {
		// js/loader.js : le paquet entier est dans js/.
		Util::addScript('tourdetable', 'loader');
		$policy = new ContentSecurityPolicy();
		$policy->allowEvalWasm();
		$policy->addAllowedImageDomain('blob:');
		$response = new TemplateResponse('tourdetable', 'index');
		$response->setContentSecurityPolicy($policy);
		return $response;
	}
}
