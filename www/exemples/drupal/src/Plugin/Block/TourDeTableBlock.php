<?php

declare(strict_types=1);

namespace Drupal\tour_de_table\Plugin\Block;

use Drupal\Core\Block\BlockBase;
use Drupal\Core\Form\FormStateInterface;

/**
 * Un bloc qui contient l’élément.
 *
 * @Block(
 *   id = "tour_de_table",
 *   admin_label = @Translation("Tour de table"),
 *   category = @Translation("Outils")
 * )
 */
final class TourDeTableBlock extends BlockBase {

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration(): array {
    return ['storage_key' => 'drupal'];
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state): array {
    $form['storage_key'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Clé du dossier gardé dans le navigateur'),
      '#description' => $this->t('Différente pour chaque bloc qui garde son propre dossier.'),
      '#default_value' => $this->configuration['storage_key'],
      '#required' => TRUE,
    ];
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state): void {
    $this->configuration['storage_key'] = $form_state->getValue('storage_key');
  }

  /**
   * {@inheritdoc}
   */
  public function build(): array {
    return [
      '#type' => 'html_tag',
      '#tag' => 'tour-de-table',
      '#attributes' => [
        'storage' => 'local',
        'storage-key' => $this->configuration['storage_key'],
        'heading-level' => '3',
      ],
      '#attached' => ['library' => ['tour_de_table/element']],
    ];
  }

}
