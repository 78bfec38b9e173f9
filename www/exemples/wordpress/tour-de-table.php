<?php
/**
 * Plugin Name: Tour de table
 * Description: Le code court [tour_de_table] affiche l’élément où l’on monte un partenariat de territoire.
 * Version: 0.1.0
 * Requires at least: 6.3
 * Requires PHP: 8.1
 * License: MIT OR Apache-2.0
 */

declare(strict_types=1);

if (!defined('ABSPATH')) {
    exit;
}

/** Le paquet entier, copié dans le sous-dossier `paquet`. */
function tour_de_table_register(): void
{
    // Sans version dans l’adresse : tous les fichiers du paquet changent ensemble.
    wp_register_script('tour-de-table', plugins_url('paquet/loader.js', __FILE__), [], null, ['strategy' => 'defer', 'in_footer' => true]);
}
add_action('init', 'tour_de_table_register');

/** L’empreinte que porte `paquet/integrity.json`, sur la balise du script : elle couvre tout le reste. */
function tour_de_table_seal(string $tag, string $handle): string
{
    if ($handle !== 'tour-de-table') {
        return $tag;
    }
    $list = wp_json_file_decode(__DIR__ . '/paquet/integrity.json', ['associative' => true]);
    $digest = $list['loader.js']['sha384'] ?? '';
    return $digest === '' ? $tag : str_replace(' src=', ' integrity="' . esc_attr($digest) . '" src=', $tag);
}
add_filter('script_loader_tag', 'tour_de_table_seal', 10, 2);

/** @param array<string, string>|string $given attributs du code court */
function tour_de_table_shortcode($given): string
{
    $attributes = shortcode_atts(
        ['mode' => 'edit', 'steps' => '', 'storage' => 'local', 'key' => 'wordpress', 'level' => '2'],
        is_array($given) ? $given : []
    );
    wp_enqueue_script('tour-de-table');
    return sprintf(
        '<tour-de-table lang="%s" mode="%s" steps="%s" storage="%s" storage-key="%s" heading-level="%s"></tour-de-table>',
        esc_attr(get_bloginfo('language')),
        esc_attr($attributes['mode']),
        esc_attr($attributes['steps']),
        esc_attr($attributes['storage']),
        esc_attr($attributes['key']),
        esc_attr($attributes['level'])
    );
}
add_shortcode('tour_de_table', 'tour_de_table_shortcode');
