// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Search as people search: words of products, vendors, categories and functions in one form, and what they lead to. */
export class SearchProducts1764400000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One form for what is asked and what is there: small letters, no accents, umlauts and their spelling with e alike, ph as f, no punctuation but + and #.
      CREATE FUNCTION search_form(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT btrim(regexp_replace(
          replace(replace(replace(regexp_replace(normalize(replace(replace(lower(words), 'ß', 'ss'), 'ph', 'f'), NFKD), '[\\u0300-\\u036f\\u00ae\\u00a9\\u2122]', '', 'g'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'),
          '[^[:alnum:]+#\\u0080-\\uffff]+', ' ', 'g'))
      $$;

      CREATE TABLE search_term (
        id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind        text NOT NULL CHECK (kind IN ('NAME', 'ALIAS', 'VENDOR', 'CATEGORY', 'FUNCTION')),
        product_id  integer CONSTRAINT search_term_product_fk REFERENCES product ON DELETE CASCADE,
        vendor_id   integer CONSTRAINT search_term_vendor_fk REFERENCES vendor ON DELETE CASCADE,
        category_id integer CONSTRAINT search_term_category_fk REFERENCES category ON DELETE CASCADE,
        function_id integer CONSTRAINT search_term_function_fk REFERENCES product_function ON DELETE CASCADE,
        term        text NOT NULL,
        lexemes     tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('german', term)) STORED,
        CHECK (num_nonnulls(product_id, vendor_id, category_id, function_id) = 1)
      );
      CREATE INDEX search_term_term ON search_term (term text_pattern_ops);
      CREATE INDEX search_term_trigrams ON search_term USING gin (term gin_trgm_ops);
      CREATE INDEX search_term_lexemes ON search_term USING gin (lexemes);
      CREATE INDEX search_term_product ON search_term (product_id);
      CREATE INDEX search_term_vendor ON search_term (vendor_id);
      CREATE INDEX search_term_category ON search_term (category_id);
      CREATE INDEX search_term_function ON search_term (function_id);

      -- Products that people may mean, with a score of 0 to 100: the whole text and each of its words are looked for as they are, as the beginning
      -- of a name, as other forms of a word (plural), as part of a compound or with parts of one, and with typing errors. What can replace a product that
      -- was named is found with it. named: by its own name or alias.
      CREATE FUNCTION search_products(asked text) RETURNS TABLE (product_id integer, score real, named boolean) LANGUAGE sql STABLE ROWS 100
        SET pg_trgm.strict_word_similarity_threshold = 0.42 SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
        WITH w AS MATERIALIZED (
          SELECT 0 AS no, left(search_form(asked), 120) AS word WHERE search_form(asked) <> ''
          UNION ALL
          SELECT s.no::int, s.word FROM unnest(string_to_array(left(search_form(asked), 120), ' ')) WITH ORDINALITY AS s(word, no)
          WHERE search_form(asked) LIKE '% %' AND s.no <= 8 AND s.word <> ALL (ARRAY['fur', 'und', 'der', 'die', 'das', 'den', 'von', 'mit', 'in', 'zu', 'the', 'for', 'of', 'and', 'software', 'programm'])
        ), found AS MATERIALIZED (
          SELECT w.no, t.id, 1.0 AS quality FROM w JOIN search_term t ON t.term = w.word
          UNION ALL
          SELECT w.no, t.id, 0.86 + 0.08 * length(w.word) / length(t.term) FROM w JOIN search_term t ON t.term ~>=~ (w.word || ' ') AND t.term ~<~ (w.word || '!')
          UNION ALL
          SELECT w.no, t.id, 0.72 + 0.1 * length(w.word) / length(t.term) FROM w JOIN search_term t ON t.term ~>=~ w.word AND t.term ~<~ (w.word || '~') AND length(w.word) >= 2
          UNION ALL
          SELECT w.no, t.id, 0.52 + 0.3 * least(length(w.word), length(t.term)) / greatest(length(w.word), length(t.term))
          FROM w JOIN search_term t ON t.lexemes @@ plainto_tsquery('german', w.word)
          UNION ALL
          SELECT w.no, t.id, 0.5 + 0.1 * length(w.word) / length(t.term) FROM w JOIN search_term t ON length(w.word) >= 4 AND t.term LIKE '%' || w.word || '%'
          UNION ALL
          SELECT w.no, t.id, 0.45 + 0.35 * length(t.term) / length(w.word)
          FROM w CROSS JOIN generate_series(1, length(w.word) - 4) AS f CROSS JOIN generate_series(5, least(length(w.word) - f + 1, 30)) AS n
          JOIN search_term t ON t.term = substr(w.word, f, n) AND t.kind IN ('CATEGORY', 'FUNCTION') AND n < length(w.word)
          WHERE w.word NOT LIKE '% %' AND length(w.word) BETWEEN 6 AND 60 AND (f = 1 OR f + n - 1 = length(w.word))
        ), all_found AS (
          SELECT no, id, quality FROM found
          UNION ALL
          SELECT w.no, t.id, 0.75 * strict_word_similarity(w.word, t.term) * least(1, 0.6 + 0.4 * length(w.word) / length(t.term))
          FROM w JOIN search_term t ON length(w.word) BETWEEN 4 AND 60 AND t.term %>> w.word
          WHERE NOT EXISTS (SELECT FROM found f WHERE f.no = w.no AND f.quality >= 0.72)
        ), best AS MATERIALIZED (
          SELECT no, id, max(quality) AS quality FROM all_found GROUP BY no, id
        ), led AS (
          SELECT b.no, t.product_id, b.quality * CASE t.kind WHEN 'NAME' THEN 100 ELSE 96 END AS score, true AS named FROM best b JOIN search_term t ON t.id = b.id WHERE t.product_id IS NOT NULL
          UNION ALL
          SELECT b.no, p.id, b.quality * 45, false FROM best b JOIN search_term t ON t.id = b.id JOIN product p ON p.vendor_id = t.vendor_id WHERE b.quality >= 0.6
          UNION ALL
          SELECT b.no, p.id, b.quality * 66, false FROM best b JOIN search_term t ON t.id = b.id JOIN product p ON p.category_id = t.category_id
          UNION ALL
          SELECT b.no, p.id, b.quality * 64, false FROM best b JOIN search_term t ON t.id = b.id JOIN product_function x ON x.id = t.function_id
            JOIN product p ON p.category_id = x.category_id AND x.key = ANY (p.functions)
        ), word AS MATERIALIZED (
          SELECT product_id, no, max(score) AS score, bool_or(named AND score >= 40) AS named FROM led GROUP BY product_id, no
        ), direct AS MATERIALIZED (
          SELECT product_id,
            greatest(coalesce(max(score) FILTER (WHERE no = 0), 0),
              coalesce(sum(score) FILTER (WHERE no > 0) / (SELECT greatest(count(*), 1) FROM w WHERE no > 0) * CASE WHEN count(*) FILTER (WHERE no > 0) = (SELECT count(*) FROM w WHERE no > 0) THEN 0.95 ELSE 0.6 END, 0)) AS score,
            coalesce(bool_or(named) FILTER (WHERE no = 0), false)
              OR (count(*) FILTER (WHERE no > 0) > 0 AND count(*) FILTER (WHERE no > 0) = (SELECT count(*) FROM w WHERE no > 0) AND bool_or(named) FILTER (WHERE no > 0)) AS named
          FROM word GROUP BY product_id
        ), through AS (
          SELECT a.alternative_id AS product_id, max(d.score * (0.74 + 0.08 * coalesce(a.coverage01, 0.5)) - least(a.rank, 8)) AS score
          FROM direct d JOIN alternative a ON a.product_id = d.product_id AND NOT a.retired WHERE d.named AND d.score >= 40 GROUP BY 1
        ), everything AS (
          SELECT product_id, score, named FROM direct UNION ALL SELECT product_id, score, false FROM through
        ), ranked AS (
          SELECT e.product_id, max(e.score) AS score, bool_or(e.named) AS named FROM everything e JOIN product p ON p.id = e.product_id AND NOT p.retired GROUP BY 1
        )
        SELECT r.product_id, r.score::real, r.named FROM ranked r WHERE r.score >= greatest(18, 0.42 * (SELECT max(score) FROM ranked))
      $$;

      ALTER TABLE category ADD COLUMN keywords text[] NOT NULL DEFAULT '{}';
      ALTER TABLE product DROP COLUMN search;

      CREATE FUNCTION keep_terms_of_product() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM search_term WHERE product_id = NEW.id;
        INSERT INTO search_term (kind, product_id, term)
        SELECT DISTINCT ON (search_form(n.name)) n.kind, NEW.id, search_form(n.name) FROM (SELECT 'NAME' AS kind, NEW.name AS name UNION ALL SELECT 'ALIAS', a FROM unnest(NEW.aliases) AS a) n
        ORDER BY search_form(n.name), n.kind DESC;
        RETURN NULL;
      END $$;
      CREATE TRIGGER product_has_terms AFTER INSERT ON product FOR EACH ROW EXECUTE FUNCTION keep_terms_of_product();
      CREATE TRIGGER product_changes_terms AFTER UPDATE OF name, aliases ON product FOR EACH ROW
        WHEN ((OLD.name, OLD.aliases) IS DISTINCT FROM (NEW.name, NEW.aliases)) EXECUTE FUNCTION keep_terms_of_product();

      INSERT INTO search_term (kind, product_id, term) SELECT 'NAME', id, search_form(name) FROM product;
      INSERT INTO search_term (kind, product_id, term) SELECT DISTINCT 'ALIAS', p.id, search_form(a) FROM product p, unnest(p.aliases) AS a WHERE search_form(a) <> search_form(p.name);
      INSERT INTO search_term (kind, vendor_id, term) SELECT DISTINCT 'VENDOR', v.id, search_form(n) FROM vendor v, unnest(v.aliases || v.name) AS n;
      INSERT INTO search_term (kind, function_id, term) SELECT DISTINCT 'FUNCTION', f.id, search_form(n) FROM product_function f, unnest(ARRAY[f.name_de, f.name_en]) AS n;
      -- words of categories come with the base, which the next start reads anew
      DELETE FROM catalogue_layer WHERE kind = 'BASE';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
