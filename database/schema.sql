-- SPDX-FileCopyrightText: 2026 Fahrplan contributors
-- SPDX-License-Identifier: EUPL-1.2
-- Written by `npm run schema`; change the migrations or the resolvers, not this file.

-- Extensions

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Functions

SET check_function_bodies = off;

CREATE OR REPLACE FUNCTION analyze_names(names text)
 RETURNS void
 LANGUAGE plpgsql
 STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      BEGIN
        IF names NOT IN ('department', 'host', 'title', 'version') THEN
          RAISE EXCEPTION '% holds no names', names USING ERRCODE = 'invalid_parameter_value';
        END IF;
        EXECUTE format('ANALYZE public.%I', names);
      END $function$;

CREATE OR REPLACE FUNCTION attach_installations(source integer)
 RETURNS void
 LANGUAGE plpgsql
 STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      DECLARE
        partition text := 'installation_' || source;
        add_key text := format('ALTER TABLE public.%I ADD PRIMARY KEY (host_id, title_id, version_id, source_id)', partition);
      BEGIN
        EXECUTE format('ALTER TABLE public.%I ALTER source_id DROP DEFAULT, ALTER first_import_id DROP DEFAULT', partition);
        BEGIN
          EXECUTE add_key;
        EXCEPTION WHEN unique_violation THEN
          EXECUTE format('DELETE FROM public.%1$I WHERE ctid IN (SELECT at FROM (
            SELECT ctid AS at, row_number() OVER (PARTITION BY host_id, title_id, version_id ORDER BY installed_on DESC NULLS LAST, ctid) AS n FROM public.%1$I) r WHERE n > 1)', partition);
          EXECUTE add_key;
        END;
        EXECUTE format('CREATE INDEX ON public.%I (title_id, host_id)', partition);
        EXECUTE format('ALTER TABLE public.%I ADD CHECK (source_id = %s)', partition, source);
        EXECUTE format('ALTER TABLE public.installation ATTACH PARTITION public.%I FOR VALUES IN (%s)', partition, source);
        EXECUTE format('ANALYZE public.%I', partition);
      END $function$;

CREATE OR REPLACE FUNCTION chain_audit_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      DECLARE
        last_seq bigint := 0;
        last_hash bytea := decode(repeat('00', 32), 'hex');
        link record;
      BEGIN
        PERFORM pg_advisory_xact_lock(1635083369);
        FOR link IN SELECT seq, hash FROM audit_chain ORDER BY seq DESC LIMIT 1 LOOP
          last_seq := link.seq;
          last_hash := link.hash;
        END LOOP;
        INSERT INTO audit_chain (seq, entry_id, hash) VALUES (last_seq + 1, NEW.id, sha256(last_hash || convert_to((last_seq + 1) || ',' || audit_content(NEW), 'UTF8')));
        RETURN NULL;
      END $function$;

CREATE OR REPLACE FUNCTION count_nothing_of_product()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        INSERT INTO product_usage (product_id, titles, installations, register_entries) VALUES (NEW.id, 0, 0, 0);
        RETURN NULL;
      END $function$;

CREATE OR REPLACE FUNCTION count_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        NEW.revision := OLD.revision + 1;
        RETURN NEW;
      END $function$;

CREATE OR REPLACE FUNCTION keep_terms_of_product()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        DELETE FROM search_term WHERE product_id = NEW.id;
        INSERT INTO search_term (kind, product_id, term)
        SELECT DISTINCT ON (search_form(n.name)) n.kind, NEW.id, search_form(n.name) FROM (SELECT 'NAME' AS kind, NEW.name AS name UNION ALL SELECT 'ALIAS', a FROM unnest(NEW.aliases) AS a) n
        ORDER BY search_form(n.name), n.kind DESC;
        RETURN NULL;
      END $function$;

CREATE OR REPLACE FUNCTION open_installations(source integer, import integer)
 RETURNS void
 LANGUAGE plpgsql
 STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
      BEGIN
        IF NOT EXISTS (SELECT FROM public.source s WHERE s.id = open_installations.source) THEN
          RAISE EXCEPTION 'there is no source %', source USING ERRCODE = 'invalid_parameter_value';
        END IF;
        EXECUTE format('CREATE TABLE public.%I (LIKE public.installation INCLUDING DEFAULTS)', 'installation_' || source);
        EXECUTE format('ALTER TABLE public.%I ALTER source_id SET DEFAULT %s, ALTER first_import_id SET DEFAULT %s', 'installation_' || source, source, import);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO %I', 'installation_' || source, session_user);
      END $function$;

CREATE OR REPLACE FUNCTION products_named(asked text)
 RETURNS TABLE(product_id integer, score real)
 LANGUAGE sql
 STABLE ROWS 5
AS $function$
        WITH form AS MATERIALIZED (
          SELECT left(search_form(asked), 120) AS words
        ), keyed AS MATERIALIZED (
          SELECT p.id FROM product p WHERE p.key = lower(btrim(asked)) AND NOT p.retired
        ), exact AS MATERIALIZED (
          SELECT p.id, bool_or(t.kind = 'NAME') AS is_name FROM form f JOIN search_term t ON t.term = f.words JOIN product p ON p.id = t.product_id AND NOT p.retired GROUP BY p.id
        ), makers AS MATERIALIZED (
          SELECT p.id FROM form f JOIN search_term t ON t.term = f.words JOIN product p ON p.vendor_id = t.vendor_id AND NOT p.retired GROUP BY p.id
        ), holders AS MATERIALIZED (
          SELECT p.id, p.vendor_id, bool_or(t.kind = 'NAME') AS is_name, bool_or(EXISTS (SELECT FROM search_term v WHERE v.vendor_id = p.vendor_id AND t.term = v.term || ' ' || f.words)) AS is_whole
          FROM form f JOIN search_term t ON t.term LIKE '%' || f.words || '%' AND ' ' || t.term || ' ' LIKE '% ' || f.words || ' %'
          JOIN product p ON p.id = t.product_id AND NOT p.retired
          WHERE length(f.words) >= 2 GROUP BY p.id, p.vendor_id
        ), generic AS MATERIALIZED (
          SELECT EXISTS (
            SELECT FROM form f JOIN search_term t ON t.term LIKE '%' || f.words || '%' AND ' ' || t.term || ' ' LIKE '% ' || f.words || ' %' WHERE t.kind IN ('CATEGORY', 'FUNCTION')
          ) AS is_generic
        ), steps AS (
          SELECT 1 AS step, id FROM keyed
          UNION ALL SELECT 2, id FROM exact WHERE is_name
          UNION ALL SELECT 3, id FROM exact WHERE NOT EXISTS (SELECT FROM makers)
          UNION ALL SELECT 4, id FROM makers
          UNION ALL SELECT 4, id FROM exact WHERE EXISTS (SELECT FROM makers)
          UNION ALL SELECT 5, id FROM holders, generic WHERE is_whole AND NOT is_generic AND (SELECT count(DISTINCT vendor_id) FROM holders) = 1
          UNION ALL SELECT 6, id FROM holders
          UNION ALL SELECT 7, (SELECT s.product_id FROM search_products(asked) s WHERE s.named AND s.score >= 45 ORDER BY s.score DESC, s.product_id LIMIT 1)
          WHERE (SELECT length(words) FROM form) >= 2 AND NOT EXISTS (SELECT FROM keyed) AND NOT EXISTS (SELECT FROM exact) AND NOT EXISTS (SELECT FROM makers) AND NOT EXISTS (SELECT FROM holders)
        )
        SELECT s.id,
          ((SELECT count(*) FROM alternative a WHERE NOT a.retired AND s.id IN (a.product_id, a.alternative_id)) + coalesce((SELECT 10000 * h.is_whole::int + 1000 * h.is_name::int FROM holders h WHERE h.id = s.id), 0))::real
        FROM steps s WHERE s.id IS NOT NULL AND s.step = (SELECT min(first.step) FROM steps first WHERE first.id IS NOT NULL) GROUP BY s.id
      $function$;

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $function$;

CREATE OR REPLACE FUNCTION refuse_rewritten_exemption()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.revoked_on IS NULL AND NEW.revoked_on IS NOT NULL
          AND (NEW.product_id, NEW.reason, NEW.evidence, NEW.approver, NEW.granted_on, NEW.expires_on, NEW.recheck_on, NEW.recorded_at)
            IS NOT DISTINCT FROM (OLD.product_id, OLD.reason, OLD.evidence, OLD.approver, OLD.granted_on, OLD.expires_on, OLD.recheck_on, OLD.recorded_at)
        THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'an exemption is append-only but for its revocation' USING ERRCODE = 'insufficient_privilege';
      END $function$;

CREATE OR REPLACE FUNCTION search_form(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
        SELECT btrim(regexp_replace(
          replace(replace(replace(regexp_replace(normalize(replace(replace(lower(words), 'ß', 'ss'), 'ph', 'f'), NFKD), '[\u0300-\u036f\u00ae\u00a9\u2122]', '', 'g'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'),
          '[^[:alnum:]+#\u0080-\uffff]+', ' ', 'g'))
      $function$;

CREATE OR REPLACE FUNCTION search_products(asked text)
 RETURNS TABLE(product_id integer, score real, named boolean)
 LANGUAGE sql
 STABLE ROWS 100
 SET "pg_trgm.strict_word_similarity_threshold" TO '0.42'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
        WITH w AS MATERIALIZED (
          SELECT 0 AS no, left(search_form(asked), 120) AS word WHERE search_form(asked) <> ''
          UNION ALL
          SELECT s.no::int, s.word FROM unnest(string_to_array(left(search_form(asked), 120), ' ')) WITH ORDINALITY AS s(word, no)
          WHERE search_form(asked) LIKE '% %' AND s.no <= 8 AND s.word <> ALL (ARRAY['fur', 'und', 'der', 'die', 'das', 'den', 'von', 'mit', 'in', 'zu', 'the', 'for', 'of', 'and', 'software', 'programm'])
        ), found AS MATERIALIZED (
          SELECT w.no, t.id, 1.0 AS quality FROM w JOIN search_term t ON t.term = w.word
          UNION ALL
          SELECT w.no, t.id, 0.88 + 0.03 * length(w.word) / length(t.term) FROM w JOIN search_term t ON t.term ~>=~ (w.word || ' ') AND t.term ~<~ (w.word || '!')
          UNION ALL
          SELECT w.no, t.id, CASE WHEN length(w.word) <= 4 AND t.kind IN ('NAME', 'ALIAS') THEN 0.5 ELSE 0.72 END + 0.1 * length(w.word) / length(t.term) FROM w JOIN search_term t ON t.term ~>=~ w.word AND t.term ~<~ (w.word || '~') AND length(w.word) >= 2
          UNION ALL
          SELECT w.no, t.id, CASE WHEN t.kind IN ('NAME', 'ALIAS') AND ' ' || t.term || ' ' NOT LIKE '% ' || w.word || ' %' THEN 0.38 ELSE 0.52 + 0.3 * least(length(w.word), length(t.term)) / greatest(length(w.word), length(t.term)) END
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
          SELECT b.no, t.product_id, b.quality * CASE t.kind WHEN 'NAME' THEN 100 ELSE 96 END + CASE WHEN b.quality < 1 THEN 0.2 * least(15, (SELECT count(*) FROM alternative k WHERE k.alternative_id = t.product_id AND NOT k.retired) + (SELECT count(*) FROM alternative k WHERE k.product_id = t.product_id AND NOT k.retired)) ELSE 0 END AS score, true AS named FROM best b JOIN search_term t ON t.id = b.id WHERE t.product_id IS NOT NULL
          UNION ALL
          SELECT b.no, p.id, b.quality * 45, false FROM best b JOIN search_term t ON t.id = b.id JOIN product p ON p.vendor_id = t.vendor_id WHERE b.quality >= 0.6
          UNION ALL
          SELECT b.no, p.id, b.quality * (64 + 0.2 * least(15, (SELECT count(*) FROM alternative k WHERE k.alternative_id = p.id AND NOT k.retired) + (SELECT count(*) FROM alternative k WHERE k.product_id = p.id AND NOT k.retired))), false FROM best b JOIN search_term t ON t.id = b.id JOIN product p ON p.category_id = t.category_id
          UNION ALL
          SELECT b.no, p.id, b.quality * (60 + CASE WHEN EXISTS (SELECT FROM best c JOIN search_term u ON u.id = c.id WHERE c.no = b.no AND u.category_id = p.category_id AND c.quality >= 0.9 * b.quality) THEN 8 ELSE 0 END + 0.2 * least(15, (SELECT count(*) FROM alternative k WHERE k.alternative_id = p.id AND NOT k.retired) + (SELECT count(*) FROM alternative k WHERE k.product_id = p.id AND NOT k.retired))), false FROM best b JOIN search_term t ON t.id = b.id JOIN product_function x ON x.id = t.function_id
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
      $function$;

-- Tables

CREATE TABLE access_token (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  actor_id integer NOT NULL,
  name text NOT NULL,
  key_digest bytea NOT NULL,
  permissions text[] NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  last_used_on date,
  revoked_at timestamp with time zone,
  CONSTRAINT access_token_pkey PRIMARY KEY (id),
  CONSTRAINT access_token_key_digest_key UNIQUE (key_digest),
  CONSTRAINT access_token_key_digest_check CHECK (length(key_digest) = 32),
  CONSTRAINT access_token_name_check CHECK (name <> ''::text)
);

CREATE TABLE actor (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,
  name text NOT NULL,
  CONSTRAINT actor_pkey PRIMARY KEY (id),
  CONSTRAINT actor_name_key UNIQUE (name),
  CONSTRAINT actor_kind_check CHECK (kind = ANY (ARRAY['PERSON'::text, 'SYSTEM'::text, 'MACHINE'::text]))
);

CREATE TABLE alternative (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  product_id integer NOT NULL,
  alternative_id integer NOT NULL,
  kind text NOT NULL,
  covers text[] NOT NULL DEFAULT '{}'::text[],
  missing text[] NOT NULL DEFAULT '{}'::text[],
  coverage01 real,
  complements text[] NOT NULL DEFAULT '{}'::text[],
  carries_over text[] NOT NULL DEFAULT '{}'::text[],
  evidence jsonb NOT NULL DEFAULT '[]'::jsonb,
  verified boolean NOT NULL DEFAULT false,
  notes_de text,
  notes_en text,
  rank integer NOT NULL,
  origin text NOT NULL DEFAULT 'BASE'::text,
  retired boolean NOT NULL DEFAULT false,
  CONSTRAINT alternative_pkey PRIMARY KEY (id),
  CONSTRAINT alternative_product_id_alternative_id_key UNIQUE (product_id, alternative_id),
  CONSTRAINT alternative_check CHECK (product_id <> alternative_id),
  CONSTRAINT alternative_coverage01_check CHECK (coverage01 >= 0::double precision AND coverage01 <= 1::double precision),
  CONSTRAINT alternative_kind_check CHECK (kind = ANY (ARRAY['FULL'::text, 'PARTIAL'::text, 'NEEDS_COMPLEMENT'::text, 'COEXISTENCE'::text])),
  CONSTRAINT alternative_origin_check CHECK (origin = ANY (ARRAY['BASE'::text, 'FILE'::text, 'PACK'::text, 'OWN'::text]))
);

CREATE TABLE archetype (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL,
  name_de text NOT NULL,
  name_en text NOT NULL,
  categories text[] NOT NULL DEFAULT '{}'::text[],
  specialised boolean,
  retired boolean NOT NULL DEFAULT false,
  CONSTRAINT archetype_pkey PRIMARY KEY (id),
  CONSTRAINT archetype_key_key UNIQUE (key)
);

CREATE TABLE archetype_assignment (
  product_id integer NOT NULL,
  archetype_id integer,
  CONSTRAINT archetype_assignment_pkey PRIMARY KEY (product_id)
);

CREATE TABLE assessment (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  product_id integer,
  question text NOT NULL,
  answer jsonb NOT NULL,
  author text NOT NULL,
  source text,
  answered_on date NOT NULL,
  valid_until date,
  archetype_id integer,
  alternative_id integer,
  questionnaire_id integer,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT assessment_pkey PRIMARY KEY (id),
  CONSTRAINT assessment_alternative_differs CHECK (alternative_id IS NULL OR alternative_id <> product_id),
  CONSTRAINT assessment_subject CHECK (num_nonnulls(product_id, archetype_id) = 1)
);

CREATE TABLE audit_chain (
  seq bigint NOT NULL,
  entry_id bigint NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT audit_chain_pkey PRIMARY KEY (seq),
  CONSTRAINT audit_chain_entry_id_key UNIQUE (entry_id),
  CONSTRAINT audit_chain_hash_check CHECK (length(hash) = 32)
);

CREATE TABLE audit_entry (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  at timestamp with time zone NOT NULL DEFAULT now(),
  actor_id integer NOT NULL,
  operation text NOT NULL,
  entity text NOT NULL,
  entity_id text NOT NULL,
  before jsonb,
  after jsonb,
  request_id text,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (id)
);

CREATE TABLE candidate_score (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  run_id integer NOT NULL,
  rank integer NOT NULL,
  product_id integer NOT NULL,
  alternative_id integer NOT NULL,
  goal_low double precision NOT NULL,
  goal_expected double precision NOT NULL,
  goal_high double precision NOT NULL,
  feasibility_low double precision NOT NULL,
  feasibility_expected double precision NOT NULL,
  feasibility_high double precision NOT NULL,
  npv_low_cents bigint,
  npv_expected_cents bigint,
  npv_high_cents bigint,
  completeness01 double precision NOT NULL,
  first_rank_acceptability01 double precision NOT NULL,
  facts jsonb NOT NULL,
  score jsonb,
  expected_rank double precision,
  rank_acceptability01 real[],
  central_weights01 jsonb,
  wins01 real[],
  topsis_rank integer,
  topsis_closeness double precision,
  promethee_rank integer,
  promethee_flow double precision,
  flips jsonb,
  sovereignty jsonb,
  urgency jsonb,
  CONSTRAINT candidate_score_pkey PRIMARY KEY (id),
  CONSTRAINT candidate_score_run_id_product_id_key UNIQUE (run_id, product_id),
  CONSTRAINT candidate_score_run_id_rank_key UNIQUE (run_id, rank)
);

CREATE TABLE catalogue_entry (
  layer_id integer NOT NULL,
  entity text NOT NULL,
  key text NOT NULL,
  "position" integer NOT NULL,
  entry jsonb NOT NULL,
  CONSTRAINT catalogue_entry_pkey PRIMARY KEY (layer_id, entity, key),
  CONSTRAINT catalogue_entry_entity_check CHECK (entity = ANY (ARRAY['VENDOR'::text, 'CATEGORY'::text, 'PRODUCT'::text]))
);

CREATE TABLE catalogue_layer (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,
  name text NOT NULL,
  provenance jsonb NOT NULL DEFAULT '{}'::jsonb,
  loaded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT catalogue_layer_pkey PRIMARY KEY (id),
  CONSTRAINT catalogue_layer_kind_name_key UNIQUE (kind, name),
  CONSTRAINT catalogue_layer_kind_check CHECK (kind = ANY (ARRAY['BASE'::text, 'FILE'::text, 'PACK'::text, 'OWN'::text]))
);

CREATE TABLE catalogue_state (
  only_row boolean NOT NULL DEFAULT true,
  sha256 text NOT NULL,
  loaded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT catalogue_state_pkey PRIMARY KEY (only_row),
  CONSTRAINT catalogue_state_only_row_check CHECK (only_row)
);

CREATE TABLE category (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL,
  name_de text NOT NULL,
  name_en text NOT NULL,
  publiccode text[] NOT NULL DEFAULT '{}'::text[],
  keywords text[] NOT NULL DEFAULT '{}'::text[],
  CONSTRAINT category_pkey PRIMARY KEY (id),
  CONSTRAINT category_key_key UNIQUE (key)
);

CREATE TABLE compatibility_cell (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  matrix_id integer NOT NULL,
  outbound text NOT NULL,
  inbound text NOT NULL,
  cell text NOT NULL,
  CONSTRAINT compatibility_cell_pkey PRIMARY KEY (id),
  CONSTRAINT compatibility_cell_matrix_id_outbound_inbound_key UNIQUE (matrix_id, outbound, inbound),
  CONSTRAINT compatibility_cell_cell_check CHECK (cell = ANY (ARRAY['Same'::text, 'Yes'::text, 'No'::text, 'Unknown'::text, 'Check dependency'::text]))
);

CREATE TABLE compatibility_matrix (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  version integer NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  licenses integer NOT NULL,
  actor_id integer NOT NULL,
  loaded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT compatibility_matrix_pkey PRIMARY KEY (id),
  CONSTRAINT compatibility_matrix_version_key UNIQUE (version),
  CONSTRAINT compatibility_matrix_version_check CHECK (version > 0)
);

CREATE TABLE contract (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  number text NOT NULL,
  product_id integer,
  vendor_id integer,
  department_id integer,
  metric text NOT NULL,
  seats integer,
  cost_per_year_cents bigint,
  starts_on date,
  ends_on date,
  notice_period_months integer,
  renewal_months integer,
  revision integer NOT NULL DEFAULT 1,
  title text,
  vendor_name text,
  notice_period_days integer,
  notice_to text,
  source_id integer,
  CONSTRAINT contract_pkey PRIMARY KEY (id),
  CONSTRAINT contract_number_key UNIQUE (number),
  CONSTRAINT contract_check CHECK (num_nonnulls(notice_period_months, notice_period_days) <= 1),
  CONSTRAINT contract_cost_per_year_cents_check CHECK (cost_per_year_cents >= 0),
  CONSTRAINT contract_notice_period_days_check CHECK (notice_period_days >= 0),
  CONSTRAINT contract_notice_period_months_check CHECK (notice_period_months >= 0),
  CONSTRAINT contract_notice_to_check CHECK (notice_to = ANY (ARRAY['any-day'::text, 'month-end'::text, 'quarter-end'::text, 'year-end'::text])),
  CONSTRAINT contract_renewal_months_check CHECK (renewal_months > 0),
  CONSTRAINT contract_seats_check CHECK (seats >= 0)
);

CREATE TABLE department (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL,
  name text NOT NULL,
  parent_id integer,
  users integer,
  change_load_limit integer,
  source_id integer,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT department_pkey PRIMARY KEY (id),
  CONSTRAINT department_key_key UNIQUE (key),
  CONSTRAINT department_change_load_limit_check CHECK (change_load_limit >= 0),
  CONSTRAINT department_users_check CHECK (users >= 0)
);

CREATE TABLE economics_setting (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL,
  version integer NOT NULL,
  low double precision NOT NULL,
  high double precision NOT NULL,
  author text NOT NULL,
  source text,
  set_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT economics_setting_pkey PRIMARY KEY (id),
  CONSTRAINT economics_setting_key_version_key UNIQUE (key, version),
  CONSTRAINT economics_setting_check CHECK (high >= low)
);

CREATE TABLE endoflife_cycles (
  name text NOT NULL,
  cycles jsonb NOT NULL,
  loaded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT endoflife_cycles_pkey PRIMARY KEY (name)
);

CREATE TABLE entitlement (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  number text NOT NULL,
  product_id integer NOT NULL,
  contract_id integer,
  metric text NOT NULL,
  quantity integer,
  site text,
  up_to_version text,
  valid_from date,
  valid_until date,
  unit_cost_cents bigint,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT entitlement_pkey PRIMARY KEY (id),
  CONSTRAINT entitlement_number_key UNIQUE (number),
  CONSTRAINT entitlement_metric_check CHECK (metric = ANY (ARRAY['DEVICE'::text, 'NAMED_USER'::text, 'CONCURRENT_USER'::text, 'CORE'::text, 'SERVER'::text, 'SUBSCRIPTION'::text, 'SITE'::text])),
  CONSTRAINT entitlement_quantity_check CHECK (quantity >= 0),
  CONSTRAINT entitlement_unit_cost_cents_check CHECK (unit_cost_cents >= 0)
);

CREATE TABLE exemption (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  product_id integer NOT NULL,
  reason text NOT NULL,
  evidence text,
  approver text NOT NULL,
  granted_on date NOT NULL,
  expires_on date NOT NULL,
  recheck_on date,
  revoked_on date,
  revoked_by text,
  revoked_reason text,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT exemption_pkey PRIMARY KEY (id),
  CONSTRAINT exemption_days CHECK (expires_on >= granted_on),
  CONSTRAINT exemption_revoked CHECK (num_nonnulls(revoked_on, revoked_by, revoked_reason) = ANY (ARRAY[0, 3]))
);

CREATE TABLE field_origin (
  entity text NOT NULL,
  entity_id integer NOT NULL,
  field text NOT NULL,
  actor_id integer,
  import_id integer,
  at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT field_origin_pkey PRIMARY KEY (entity, entity_id, field),
  CONSTRAINT field_origin_check CHECK (num_nonnulls(actor_id, import_id) = 1),
  CONSTRAINT field_origin_entity_check CHECK (entity = ANY (ARRAY['Host'::text, 'Contract'::text, 'Department'::text, 'Product'::text]))
);

CREATE TABLE host (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  department_id integer,
  user_name text,
  first_import_id integer,
  department_import_id integer,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT host_pkey PRIMARY KEY (id),
  CONSTRAINT host_name_key UNIQUE (name)
);

CREATE TABLE import (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  source_id integer NOT NULL,
  actor_id integer NOT NULL,
  job_id uuid,
  file_name text NOT NULL,
  sha256 bytea NOT NULL,
  asked jsonb NOT NULL DEFAULT '{}'::jsonb,
  format text NOT NULL,
  mapping jsonb NOT NULL DEFAULT '{}'::jsonb,
  records bigint NOT NULL,
  accepted bigint NOT NULL,
  rejected bigint NOT NULL,
  added bigint NOT NULL,
  removed bigint NOT NULL,
  unchanged bigint NOT NULL,
  titles_new integer NOT NULL,
  titles_matched integer NOT NULL,
  titles_queued integer NOT NULL,
  duplicate_of_id integer,
  imported_at timestamp with time zone NOT NULL DEFAULT now(),
  scope text NOT NULL DEFAULT 'SOURCE'::text,
  record_kind text NOT NULL DEFAULT 'software'::text,
  changed bigint NOT NULL DEFAULT 0,
  pseudonymised boolean NOT NULL DEFAULT false,
  undone_at timestamp with time zone,
  undone_by_id integer,
  CONSTRAINT import_pkey PRIMARY KEY (id),
  CONSTRAINT import_record_kind_check CHECK (record_kind = ANY (ARRAY['software'::text, 'contracts'::text, 'departments'::text])),
  CONSTRAINT import_scope_check CHECK (scope = ANY (ARRAY['SOURCE'::text, 'HOSTS'::text, 'PARTS'::text]))
);

CREATE TABLE import_change (
  import_id integer NOT NULL,
  entity text NOT NULL,
  key text NOT NULL,
  before jsonb,
  after jsonb,
  CONSTRAINT import_change_pkey PRIMARY KEY (entity, key, import_id),
  CONSTRAINT import_change_entity_check CHECK (entity = ANY (ARRAY['HOST'::text, 'REGISTER_ENTRY'::text, 'CONTRACT'::text, 'DEPARTMENT'::text]))
);

CREATE TABLE import_host (
  import_id integer NOT NULL,
  host_id integer NOT NULL,
  CONSTRAINT import_host_pkey PRIMARY KEY (host_id, import_id)
);

CREATE TABLE import_problem (
  import_id integer NOT NULL,
  "position" integer NOT NULL,
  problem jsonb NOT NULL,
  message text NOT NULL,
  message_de text NOT NULL,
  CONSTRAINT import_problem_pkey PRIMARY KEY (import_id, "position")
);

CREATE TABLE installation (
  source_id integer NOT NULL,
  host_id integer NOT NULL,
  title_id integer NOT NULL,
  version_id integer NOT NULL,
  installed_on date,
  first_import_id integer NOT NULL,
  CONSTRAINT installation_pkey PRIMARY KEY (host_id, title_id, version_id, source_id)
) PARTITION BY LIST (source_id);

CREATE TABLE installation_history (
  source_id integer NOT NULL,
  host_id integer NOT NULL,
  title_id integer NOT NULL,
  version_id integer NOT NULL,
  installed_on date,
  first_import_id integer NOT NULL,
  removed_import_id integer NOT NULL
);

CREATE TABLE job (
  id uuid NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  step text,
  done bigint NOT NULL DEFAULT 0,
  total bigint,
  subject text,
  result_id text,
  summary jsonb,
  problem jsonb,
  message text,
  message_de text,
  cancel_asked boolean NOT NULL DEFAULT false,
  actor_id integer NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  attempt integer NOT NULL DEFAULT 0,
  handed_back integer NOT NULL DEFAULT 0,
  CONSTRAINT job_pkey PRIMARY KEY (id),
  CONSTRAINT job_status_check CHECK (status = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text, 'DONE'::text, 'FAILED'::text, 'CANCELLED'::text]))
);

CREATE TABLE license (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  expression text NOT NULL,
  verdict text NOT NULL,
  class text NOT NULL,
  osi_approved boolean,
  fsf_libre boolean,
  proof jsonb NOT NULL,
  CONSTRAINT license_pkey PRIMARY KEY (id),
  CONSTRAINT license_expression_key UNIQUE (expression),
  CONSTRAINT license_verdict_check CHECK (verdict = ANY (ARRAY['ALLOWED'::text, 'DENIED'::text, 'UNKNOWN'::text]))
);

CREATE TABLE license_policy (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  version integer NOT NULL,
  is_ready boolean NOT NULL,
  outbound text,
  rules jsonb NOT NULL,
  actor_id integer NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT license_policy_pkey PRIMARY KEY (id),
  CONSTRAINT license_policy_name_version_key UNIQUE (name, version),
  CONSTRAINT license_policy_version_check CHECK (version > 0)
);

CREATE TABLE license_waiver (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  policy text NOT NULL,
  component text NOT NULL,
  license text,
  author text NOT NULL,
  reason text NOT NULL,
  granted_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_on date NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT license_waiver_pkey PRIMARY KEY (id),
  CONSTRAINT license_waiver_author_check CHECK (author <> ''::text),
  CONSTRAINT license_waiver_component_check CHECK (component <> ''::text),
  CONSTRAINT license_waiver_reason_check CHECK (reason <> ''::text)
);

CREATE TABLE match_decision (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  title text NOT NULL,
  vendor text NOT NULL DEFAULT ''::text,
  scope text NOT NULL,
  product_id integer,
  actor_id integer NOT NULL,
  decided_at timestamp with time zone NOT NULL DEFAULT now(),
  kind text NOT NULL,
  made_product boolean NOT NULL DEFAULT false,
  undone_at timestamp with time zone,
  undone_by_id integer,
  CONSTRAINT match_decision_pkey PRIMARY KEY (id),
  CONSTRAINT match_decision_kind_check CHECK (kind = ANY (ARRAY['PRODUCT'::text, 'NOT_SOFTWARE'::text, 'COMPONENT'::text])),
  CONSTRAINT match_decision_names_product CHECK (kind <> 'PRODUCT'::text OR product_id IS NOT NULL OR undone_at IS NOT NULL),
  CONSTRAINT match_decision_not_software_has_none CHECK (kind <> 'NOT_SOFTWARE'::text OR product_id IS NULL),
  CONSTRAINT match_decision_scope_check CHECK (scope = ANY (ARRAY['TITLE'::text, 'FAMILY'::text]))
);

CREATE TABLE match_state (
  only_row boolean NOT NULL DEFAULT true,
  knowledge text NOT NULL,
  replayed_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT match_state_pkey PRIMARY KEY (only_row),
  CONSTRAINT match_state_only_row_check CHECK (only_row)
);

CREATE TABLE measurement (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  measure text NOT NULL,
  measured_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  plan_id integer,
  reached bigint NOT NULL,
  missed bigint NOT NULL,
  unknown bigint NOT NULL,
  unrecognised bigint NOT NULL,
  uncounted bigint NOT NULL,
  low double precision,
  high double precision,
  forecast jsonb NOT NULL,
  CONSTRAINT measurement_pkey PRIMARY KEY (id),
  CONSTRAINT measurement_bounds_check CHECK ((num_nonnulls(low, high) = ANY (ARRAY[0, 2])) AND low <= high),
  CONSTRAINT measurement_missed_check CHECK (missed >= 0),
  CONSTRAINT measurement_reached_check CHECK (reached >= 0),
  CONSTRAINT measurement_uncounted_check CHECK (uncounted >= 0),
  CONSTRAINT measurement_unknown_check CHECK (unknown >= 0),
  CONSTRAINT measurement_unrecognised_check CHECK (unrecognised >= 0)
);

CREATE TABLE migration_event (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  migration_id integer NOT NULL,
  status text NOT NULL,
  happened_on date NOT NULL,
  planned_starts_on date NOT NULL,
  blockers text[] NOT NULL,
  note text,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT migration_event_pkey PRIMARY KEY (id)
);

CREATE TABLE open_question (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  candidate_id integer NOT NULL,
  run_id integer NOT NULL,
  axis text NOT NULL,
  "position" integer NOT NULL,
  asks text NOT NULL,
  part text,
  missing text[] NOT NULL,
  questions text[] NOT NULL,
  expected_rank_change double precision NOT NULL,
  changes_first01 double precision NOT NULL,
  CONSTRAINT open_question_pkey PRIMARY KEY (id),
  CONSTRAINT open_question_run_id_axis_position_key UNIQUE (run_id, axis, "position"),
  CONSTRAINT open_question_axis_check CHECK (axis = ANY (ARRAY['GOAL'::text, 'FEASIBILITY'::text]))
);

CREATE TABLE own_software (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL,
  name text NOT NULL,
  license text,
  is_open boolean NOT NULL,
  repository_url text,
  publiccode jsonb NOT NULL,
  parts_file text,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT own_software_pkey PRIMARY KEY (id),
  CONSTRAINT own_software_key_key UNIQUE (key),
  CONSTRAINT own_software_name_check CHECK (name <> ''::text)
);

CREATE TABLE own_software_part (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  own_software_id integer NOT NULL,
  name text NOT NULL,
  version text,
  purl text,
  license text,
  CONSTRAINT own_software_part_pkey PRIMARY KEY (id)
);

CREATE TABLE pending_sign_in (
  key_digest bytea NOT NULL,
  content jsonb NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT pending_sign_in_pkey PRIMARY KEY (key_digest),
  CONSTRAINT pending_sign_in_key_digest_check CHECK (length(key_digest) = 32)
);

CREATE TABLE person (
  actor_id integer NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  display_name text,
  roles text[] NOT NULL,
  departments integer[],
  last_seen_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT person_pkey PRIMARY KEY (actor_id),
  CONSTRAINT person_identity UNIQUE (issuer, subject)
);

CREATE TABLE plan (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  scenario_id integer NOT NULL,
  run_id integer NOT NULL,
  status text NOT NULL,
  objective double precision,
  bound double precision,
  gap01 double precision,
  bound_source text,
  seed bigint NOT NULL,
  time_limit_seconds double precision NOT NULL,
  problem jsonb NOT NULL,
  result jsonb NOT NULL,
  conflicts jsonb NOT NULL DEFAULT '[]'::jsonb,
  finished_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT plan_pkey PRIMARY KEY (id),
  CONSTRAINT plan_status_check CHECK (status = ANY (ARRAY['OPTIMAL'::text, 'FEASIBLE'::text, 'INFEASIBLE'::text]))
);

CREATE TABLE plan_in_force (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  plan_id integer NOT NULL,
  put_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT plan_in_force_pkey PRIMARY KEY (id)
);

CREATE TABLE product (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL,
  name text NOT NULL,
  vendor_id integer,
  category_id integer NOT NULL,
  license_id integer,
  specialised_procedure boolean NOT NULL DEFAULT false,
  personal_data text,
  distribution text[] NOT NULL DEFAULT '{}'::text[],
  aliases text[] NOT NULL DEFAULT '{}'::text[],
  functions text[] NOT NULL DEFAULT '{}'::text[],
  identifiers jsonb NOT NULL DEFAULT '{}'::jsonb,
  sources jsonb NOT NULL DEFAULT '[]'::jsonb,
  none_known_on date,
  origin text NOT NULL DEFAULT 'BASE'::text,
  retired boolean NOT NULL DEFAULT false,
  replaces text[] NOT NULL DEFAULT '{}'::text[],
  cost jsonb,
  support jsonb NOT NULL DEFAULT '[]'::jsonb,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT product_pkey PRIMARY KEY (id),
  CONSTRAINT product_key_key UNIQUE (key),
  CONSTRAINT product_origin_check CHECK (origin = ANY (ARRAY['BASE'::text, 'FILE'::text, 'PACK'::text, 'OWN'::text])),
  CONSTRAINT product_personal_data_check CHECK (personal_data = ANY (ARRAY['TYPICAL'::text, 'POSSIBLE'::text, 'NO'::text]))
);

CREATE TABLE product_department_usage (
  product_id integer NOT NULL,
  department_id integer NOT NULL,
  installations bigint NOT NULL,
  CONSTRAINT product_department_usage_pkey PRIMARY KEY (product_id, department_id)
);

CREATE TABLE product_function (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  category_id integer NOT NULL,
  key text NOT NULL,
  name_de text NOT NULL,
  name_en text NOT NULL,
  CONSTRAINT product_function_pkey PRIMARY KEY (id),
  CONSTRAINT product_function_category_id_key_key UNIQUE (category_id, key)
);

CREATE TABLE product_interface (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  from_product_id integer NOT NULL,
  to_product_id integer NOT NULL,
  kind text NOT NULL,
  open_standard boolean,
  CONSTRAINT product_interface_pkey PRIMARY KEY (id),
  CONSTRAINT product_interface_from_product_id_to_product_id_kind_key UNIQUE (from_product_id, to_product_id, kind)
);

CREATE TABLE product_migration (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  product_id integer NOT NULL,
  alternative_id integer NOT NULL,
  plan_id integer NOT NULL,
  status text NOT NULL,
  planned_starts_on date NOT NULL,
  planned_ends_on date NOT NULL,
  started_on date,
  ended_on date,
  blockers text[] NOT NULL DEFAULT '{}'::text[],
  cancelled_by text,
  note text,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT product_migration_pkey PRIMARY KEY (id),
  CONSTRAINT product_migration_product_id_key UNIQUE (product_id),
  CONSTRAINT product_migration_blockers_check CHECK ((status = 'BLOCKED'::text) = (cardinality(blockers) > 0)),
  CONSTRAINT product_migration_cancelled_by_check CHECK (cancelled_by = ANY (ARRAY['DECISION'::text, 'PLAN'::text])),
  CONSTRAINT product_migration_cancelled_check CHECK ((status = 'CANCELLED'::text) = (cancelled_by IS NOT NULL)),
  CONSTRAINT product_migration_ended_check CHECK ((status = 'DONE'::text) = (ended_on IS NOT NULL) AND ended_on >= started_on),
  CONSTRAINT product_migration_started_check CHECK ((status <> ALL (ARRAY['RUNNING'::text, 'DONE'::text])) OR started_on IS NOT NULL),
  CONSTRAINT product_migration_status_check CHECK (status = ANY (ARRAY['PLANNED'::text, 'RUNNING'::text, 'BLOCKED'::text, 'DONE'::text, 'CANCELLED'::text]))
);

CREATE TABLE product_statement (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  layer_id integer NOT NULL,
  product_key text NOT NULL,
  field text NOT NULL,
  value jsonb NOT NULL,
  reason text,
  source jsonb,
  actor_id integer NOT NULL,
  stated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT product_statement_pkey PRIMARY KEY (id),
  CONSTRAINT product_statement_layer_id_product_key_field_key UNIQUE (layer_id, product_key, field)
);

CREATE TABLE product_usage (
  product_id integer NOT NULL,
  titles integer NOT NULL,
  installations bigint NOT NULL,
  register_entries integer NOT NULL,
  users integer,
  CONSTRAINT product_usage_pkey PRIMARY KEY (product_id)
);

CREATE TABLE questionnaire (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL,
  version integer NOT NULL,
  definition jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT questionnaire_pkey PRIMARY KEY (id),
  CONSTRAINT questionnaire_key_version_key UNIQUE (key, version)
);

CREATE TABLE register_entry (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  source_id integer NOT NULL,
  title_id integer NOT NULL,
  version_id integer NOT NULL,
  department_id integer,
  users integer,
  seats integer,
  cost_per_year_cents bigint,
  contract_ends_on date,
  first_import_id integer NOT NULL,
  devices integer,
  CONSTRAINT register_entry_pkey PRIMARY KEY (id),
  CONSTRAINT register_entry_devices_check CHECK (devices >= 0),
  CONSTRAINT register_entry_seats_check CHECK (seats >= 0),
  CONSTRAINT register_entry_users_check CHECK (users >= 0)
);

CREATE TABLE release_cycle (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  product_id integer NOT NULL,
  cycle text NOT NULL,
  released_on date,
  end_of_support_on date,
  source text,
  CONSTRAINT release_cycle_pkey PRIMARY KEY (id),
  CONSTRAINT release_cycle_product_id_cycle_key UNIQUE (product_id, cycle)
);

CREATE TABLE scenario (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  definition jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT scenario_pkey PRIMARY KEY (id),
  CONSTRAINT scenario_name_key UNIQUE (name)
);

CREATE TABLE scoring_model (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL,
  version integer NOT NULL,
  definition jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT scoring_model_pkey PRIMARY KEY (id),
  CONSTRAINT scoring_model_key_version_key UNIQUE (key, version)
);

CREATE TABLE scoring_run (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  model_id integer NOT NULL,
  seed bigint NOT NULL,
  samples integer NOT NULL,
  as_of date NOT NULL,
  inputs_hash text NOT NULL,
  assumptions jsonb NOT NULL,
  candidates integer NOT NULL,
  finished_at timestamp with time zone NOT NULL DEFAULT now(),
  questionnaire_id integer,
  CONSTRAINT scoring_run_pkey PRIMARY KEY (id)
);

CREATE TABLE scoring_setting (
  only_row boolean NOT NULL DEFAULT true,
  m1_reading text NOT NULL DEFAULT 'OSS_FIRST'::text,
  changed_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT scoring_setting_pkey PRIMARY KEY (only_row),
  CONSTRAINT scoring_setting_m1_reading_check CHECK (m1_reading = ANY (ARRAY['OSS_FIRST'::text, 'EQUAL_FOOTING'::text])),
  CONSTRAINT scoring_setting_only_row_check CHECK (only_row)
);

CREATE TABLE search_term (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,
  product_id integer,
  vendor_id integer,
  category_id integer,
  function_id integer,
  term text NOT NULL,
  lexemes tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('german'::regconfig, term)) STORED,
  CONSTRAINT search_term_pkey PRIMARY KEY (id),
  CONSTRAINT search_term_check CHECK (num_nonnulls(product_id, vendor_id, category_id, function_id) = 1),
  CONSTRAINT search_term_kind_check CHECK (kind = ANY (ARRAY['NAME'::text, 'ALIAS'::text, 'VENDOR'::text, 'CATEGORY'::text, 'FUNCTION'::text]))
);

CREATE TABLE session (
  key_digest bytea NOT NULL,
  actor_id integer NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  id_token text,
  CONSTRAINT session_pkey PRIMARY KEY (key_digest),
  CONSTRAINT session_key_digest_check CHECK (length(key_digest) = 32)
);

CREATE TABLE source (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  pseudonymised boolean NOT NULL DEFAULT false,
  pseudonym_check text,
  CONSTRAINT source_pkey PRIMARY KEY (id),
  CONSTRAINT source_name_key UNIQUE (name)
);

CREATE TABLE target (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  measure text NOT NULL,
  CONSTRAINT target_pkey PRIMARY KEY (id),
  CONSTRAINT target_measure_check CHECK (measure = ANY (ARRAY['PRODUCTS'::text, 'SPECIALISED_PRODUCTS'::text, 'INSTALLATIONS'::text, 'DEVICES'::text, 'SPEND'::text, 'OWN_SOFTWARE'::text, 'OPEN_PRODUCTS'::text]))
);

CREATE TABLE target_version (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  target_id integer NOT NULL,
  revision integer NOT NULL,
  name text NOT NULL,
  goal double precision NOT NULL,
  due_on date NOT NULL,
  note text,
  is_withdrawn boolean NOT NULL,
  actor_id integer NOT NULL,
  set_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT target_version_pkey PRIMARY KEY (id),
  CONSTRAINT target_version_target_id_revision_key UNIQUE (target_id, revision),
  CONSTRAINT target_version_goal_check CHECK (goal >= 0::double precision),
  CONSTRAINT target_version_name_check CHECK (name <> ''::text),
  CONSTRAINT target_version_revision_check CHECK (revision > 0)
);

CREATE TABLE title (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  raw text NOT NULL,
  vendor text NOT NULL DEFAULT ''::text,
  purl text NOT NULL DEFAULT ''::text,
  cpe text NOT NULL DEFAULT ''::text,
  first_import_id integer,
  CONSTRAINT title_pkey PRIMARY KEY (id)
);

CREATE TABLE title_department_usage (
  title_id integer NOT NULL,
  department_id integer NOT NULL,
  installations bigint NOT NULL,
  CONSTRAINT title_department_usage_pkey PRIMARY KEY (title_id, department_id)
);

CREATE TABLE title_match (
  title_id integer NOT NULL,
  decision text NOT NULL,
  decided_by text NOT NULL,
  role text NOT NULL,
  product_id integer,
  family text NOT NULL,
  version text,
  edition text,
  language text,
  architecture text,
  confidence01 real NOT NULL,
  candidates jsonb NOT NULL DEFAULT '[]'::jsonb,
  reasons jsonb NOT NULL DEFAULT '[]'::jsonb,
  vendor_key text NOT NULL DEFAULT ''::text,
  component_kind text,
  component_of_product_id integer,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT title_match_pkey PRIMARY KEY (title_id),
  CONSTRAINT title_match_check CHECK (product_id IS NULL OR decision = 'MATCHED'::text),
  CONSTRAINT title_match_decided_by_check CHECK (decided_by = ANY (ARRAY['RULE'::text, 'PERSON'::text])),
  CONSTRAINT title_match_decision_check CHECK (decision = ANY (ARRAY['MATCHED'::text, 'AMBIGUOUS'::text, 'UNMATCHED'::text]))
);

CREATE TABLE title_usage (
  title_id integer NOT NULL,
  installations bigint NOT NULL,
  hosts integer NOT NULL,
  register_entries integer NOT NULL,
  users integer,
  CONSTRAINT title_usage_pkey PRIMARY KEY (title_id)
);

CREATE TABLE unscheduled_item (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  plan_id integer NOT NULL,
  candidate_id integer NOT NULL,
  reason jsonb NOT NULL,
  CONSTRAINT unscheduled_item_pkey PRIMARY KEY (id),
  CONSTRAINT unscheduled_item_plan_id_candidate_id_key UNIQUE (plan_id, candidate_id)
);

CREATE TABLE upload (
  id uuid NOT NULL,
  file_name text NOT NULL,
  bytes bigint NOT NULL,
  sha256 bytea NOT NULL,
  uploaded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT upload_pkey PRIMARY KEY (id)
);

CREATE TABLE usage_count (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  product_id integer NOT NULL,
  metric text NOT NULL,
  version text,
  site text,
  quantity integer NOT NULL,
  counted_on date NOT NULL,
  author text NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT usage_count_pkey PRIMARY KEY (id),
  CONSTRAINT usage_count_product_id_metric_version_site_key UNIQUE NULLS NOT DISTINCT (product_id, metric, version, site),
  CONSTRAINT usage_count_author_check CHECK (author <> ''::text),
  CONSTRAINT usage_count_metric_check CHECK (metric = ANY (ARRAY['DEVICE'::text, 'NAMED_USER'::text, 'CONCURRENT_USER'::text, 'CORE'::text, 'SERVER'::text, 'SUBSCRIPTION'::text])),
  CONSTRAINT usage_count_quantity_check CHECK (quantity >= 0)
);

CREATE TABLE vendor (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  key text NOT NULL,
  name text NOT NULL,
  country character(2),
  aliases text[] NOT NULL DEFAULT '{}'::text[],
  merged_into_id integer,
  origin text NOT NULL DEFAULT 'BASE'::text,
  CONSTRAINT vendor_pkey PRIMARY KEY (id),
  CONSTRAINT vendor_key_key UNIQUE (key),
  CONSTRAINT vendor_origin_check CHECK (origin = ANY (ARRAY['BASE'::text, 'FILE'::text, 'PACK'::text, 'OWN'::text]))
);

CREATE TABLE version (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  label text NOT NULL,
  CONSTRAINT version_pkey PRIMARY KEY (id),
  CONSTRAINT version_label_key UNIQUE (label)
);

CREATE TABLE wave (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  plan_id integer NOT NULL,
  period integer NOT NULL,
  starts_on date NOT NULL,
  cost_cents bigint NOT NULL,
  saving_cents bigint NOT NULL,
  effort_days double precision NOT NULL,
  team_effort jsonb NOT NULL,
  budget_cents bigint,
  CONSTRAINT wave_pkey PRIMARY KEY (id),
  CONSTRAINT wave_plan_id_period_key UNIQUE (plan_id, period)
);

CREATE TABLE wave_item (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  wave_id integer NOT NULL,
  candidate_id integer NOT NULL,
  size_is_assumed boolean NOT NULL,
  saving_unknown_because text,
  late_for_support_end date,
  CONSTRAINT wave_item_pkey PRIMARY KEY (id),
  CONSTRAINT wave_item_wave_id_candidate_id_key UNIQUE (wave_id, candidate_id),
  CONSTRAINT wave_item_saving_unknown_because_check CHECK (saving_unknown_because = ANY (ARRAY['COST'::text, 'CONTRACT_END'::text]))
);

CREATE TABLE weighing (
  id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  product_id integer NOT NULL,
  reason text NOT NULL,
  weighed_by text NOT NULL,
  weighed_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT weighing_pkey PRIMARY KEY (id)
);

-- Functions of rows

CREATE OR REPLACE FUNCTION audit_content(entry audit_entry)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
        SELECT string_agg(CASE WHEN part IS NULL THEN '-' ELSE length(convert_to(part, 'UTF8')) || ':' || part END, ',' ORDER BY place)
        FROM unnest(ARRAY[entry.id::text, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.actor_id::text, entry.operation, entry.entity, entry.entity_id,
          entry.before::text, entry.after::text, entry.request_id]) WITH ORDINALITY AS p(part, place)
      $function$;

-- Views

CREATE VIEW product_archetype AS
 SELECT p.id AS product_id,
        CASE
            WHEN x.product_id IS NOT NULL THEN x.archetype_id
            ELSE ( SELECT a.id
               FROM archetype a
                 JOIN category c ON c.id = p.category_id
              WHERE NOT a.retired AND (c.key = ANY (a.categories)) AND (a.specialised IS NULL OR a.specialised = p.specialised_procedure)
              ORDER BY a.id
             LIMIT 1)
        END AS archetype_id
   FROM product p
     LEFT JOIN archetype_assignment x ON x.product_id = p.id;

CREATE VIEW planned_product AS
 SELECT product_id,
    plan_id,
    COALESCE(started_on, planned_starts_on) AS starts_on
   FROM product_migration m
  WHERE status <> 'CANCELLED'::text;

-- Indexes

CREATE INDEX access_token_actor ON access_token USING btree (actor_id, id);
CREATE INDEX alternative_by_alternative ON alternative USING btree (alternative_id);
CREATE INDEX alternative_by_product ON alternative USING btree (product_id, rank, id);
CREATE INDEX archetype_assignment_archetype ON archetype_assignment USING btree (archetype_id);
CREATE INDEX assessment_archetype ON assessment USING btree (archetype_id, question, id DESC) WHERE (archetype_id IS NOT NULL);
CREATE INDEX assessment_day ON assessment USING btree (answered_on, id);
CREATE INDEX assessment_newest ON assessment USING btree (product_id, question, id DESC);
CREATE INDEX audit_entry_entity ON audit_entry USING btree (entity, entity_id, id);
CREATE INDEX candidate_score_product ON candidate_score USING btree (product_id, run_id DESC);
CREATE INDEX compatibility_cell_place ON compatibility_cell USING btree (matrix_id, id);
CREATE INDEX contract_cost ON contract USING btree (COALESCE(cost_per_year_cents, (0)::bigint), id);
CREATE INDEX contract_department ON contract USING btree (department_id);
CREATE INDEX contract_ends_on ON contract USING btree (COALESCE(ends_on, '9999-12-31'::date), id);
CREATE INDEX contract_product ON contract USING btree (product_id);
CREATE INDEX department_name ON department USING btree (name, id);
CREATE INDEX department_parent ON department USING btree (parent_id);
CREATE INDEX entitlement_contract ON entitlement USING btree (contract_id);
CREATE INDEX entitlement_product ON entitlement USING btree (product_id);
CREATE INDEX exemption_product ON exemption USING btree (product_id, expires_on);
CREATE INDEX host_department ON host USING btree (department_id);
CREATE INDEX import_newest ON import USING btree (source_id, id DESC);
CREATE INDEX import_change_import ON import_change USING btree (import_id);
CREATE INDEX installation_title ON installation USING btree (title_id, host_id);
CREATE INDEX installation_history_first ON installation_history USING btree (source_id, first_import_id);
CREATE INDEX installation_history_host ON installation_history USING btree (host_id);
CREATE INDEX installation_history_removed ON installation_history USING btree (source_id, removed_import_id);
CREATE INDEX installation_history_title ON installation_history USING btree (title_id);
CREATE INDEX job_newest ON job USING btree (created_at DESC, id DESC);
CREATE INDEX license_waiver_policy ON license_waiver USING btree (policy, expires_on, id);
CREATE INDEX match_decision_product ON match_decision USING btree (product_id);
CREATE INDEX measurement_newest ON measurement USING btree (measure, measured_at DESC, id DESC);
CREATE INDEX measurement_plan ON measurement USING btree (plan_id);
CREATE INDEX migration_event_migration ON migration_event USING btree (migration_id);
CREATE INDEX open_question_candidate ON open_question USING btree (candidate_id, "position");
CREATE INDEX own_software_name ON own_software USING btree (name, id);
CREATE INDEX own_software_part_software ON own_software_part USING btree (own_software_id, id);
CREATE INDEX pending_sign_in_expiry ON pending_sign_in USING btree (expires_at);
CREATE INDEX plan_in_force_plan ON plan_in_force USING btree (plan_id);
CREATE INDEX product_category ON product USING btree (category_id);
CREATE INDEX product_license ON product USING btree (license_id);
CREATE INDEX product_name ON product USING btree (name, id);
CREATE INDEX product_vendor ON product USING btree (vendor_id);
CREATE INDEX product_department_usage_department ON product_department_usage USING btree (department_id, installations DESC);
CREATE INDEX product_interface_to ON product_interface USING btree (to_product_id);
CREATE INDEX product_migration_alternative ON product_migration USING btree (alternative_id);
CREATE INDEX product_migration_plan ON product_migration USING btree (plan_id);
CREATE INDEX product_statement_product ON product_statement USING btree (product_key);
CREATE INDEX product_usage_most ON product_usage USING btree (installations, product_id);
CREATE UNIQUE INDEX register_entry_identity ON register_entry USING btree (source_id, title_id, version_id, COALESCE(department_id, 0));
CREATE INDEX register_entry_title ON register_entry USING btree (title_id);
CREATE INDEX search_term_category ON search_term USING btree (category_id);
CREATE INDEX search_term_function ON search_term USING btree (function_id);
CREATE INDEX search_term_lexemes ON search_term USING gin (lexemes);
CREATE INDEX search_term_product ON search_term USING btree (product_id);
CREATE INDEX search_term_term ON search_term USING btree (term text_pattern_ops);
CREATE INDEX search_term_trigrams ON search_term USING gin (term gin_trgm_ops);
CREATE INDEX search_term_vendor ON search_term USING btree (vendor_id);
CREATE INDEX session_expiry ON session USING btree (expires_at);
CREATE UNIQUE INDEX title_identity ON title USING btree (md5(raw), md5(vendor), md5(((purl || chr(1)) || cpe)));
CREATE INDEX title_raw ON title USING btree ("left"(raw, 200), id);
CREATE INDEX title_raw_search ON title USING gin (lower(raw) gin_trgm_ops);
CREATE INDEX title_match_component_of_product ON title_match USING btree (component_of_product_id);
CREATE INDEX title_match_family ON title_match USING btree (family, vendor_key);
CREATE INDEX title_match_product ON title_match USING btree (product_id);
CREATE INDEX title_match_queue ON title_match USING btree (title_id) WHERE ((decided_by = 'RULE'::text) AND (decision <> 'MATCHED'::text) AND (role = 'PRODUCT'::text));
CREATE INDEX title_usage_most ON title_usage USING btree (installations, title_id);
CREATE INDEX vendor_name ON vendor USING btree (name, id);
CREATE INDEX wave_item_candidate ON wave_item USING btree (candidate_id);
CREATE INDEX weighing_product ON weighing USING btree (product_id, weighed_on);

-- References

ALTER TABLE access_token ADD CONSTRAINT access_token_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id);
ALTER TABLE alternative ADD CONSTRAINT alternative_alternative_fk FOREIGN KEY (alternative_id) REFERENCES product(id) ON DELETE CASCADE;
ALTER TABLE alternative ADD CONSTRAINT alternative_product_fk FOREIGN KEY (product_id) REFERENCES product(id) ON DELETE CASCADE;
ALTER TABLE archetype_assignment ADD CONSTRAINT archetype_assignment_archetype_fk FOREIGN KEY (archetype_id) REFERENCES archetype(id);
ALTER TABLE archetype_assignment ADD CONSTRAINT archetype_assignment_product_fk FOREIGN KEY (product_id) REFERENCES product(id) ON DELETE CASCADE;
ALTER TABLE assessment ADD CONSTRAINT assessment_alternative_fk FOREIGN KEY (alternative_id) REFERENCES product(id);
ALTER TABLE assessment ADD CONSTRAINT assessment_archetype_fk FOREIGN KEY (archetype_id) REFERENCES archetype(id);
ALTER TABLE assessment ADD CONSTRAINT assessment_product_fk FOREIGN KEY (product_id) REFERENCES product(id);
ALTER TABLE assessment ADD CONSTRAINT assessment_questionnaire_fk FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id);
ALTER TABLE audit_chain ADD CONSTRAINT audit_chain_entry_fk FOREIGN KEY (entry_id) REFERENCES audit_entry(id);
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id);
ALTER TABLE candidate_score ADD CONSTRAINT candidate_score_alternative_fk FOREIGN KEY (alternative_id) REFERENCES alternative(id);
ALTER TABLE candidate_score ADD CONSTRAINT candidate_score_product_fk FOREIGN KEY (product_id) REFERENCES product(id);
ALTER TABLE candidate_score ADD CONSTRAINT candidate_score_run_fk FOREIGN KEY (run_id) REFERENCES scoring_run(id);
ALTER TABLE catalogue_entry ADD CONSTRAINT catalogue_entry_layer_fk FOREIGN KEY (layer_id) REFERENCES catalogue_layer(id) ON DELETE CASCADE;
ALTER TABLE compatibility_cell ADD CONSTRAINT compatibility_cell_matrix_fk FOREIGN KEY (matrix_id) REFERENCES compatibility_matrix(id);
ALTER TABLE compatibility_matrix ADD CONSTRAINT compatibility_matrix_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id);
ALTER TABLE contract ADD CONSTRAINT contract_department_fk FOREIGN KEY (department_id) REFERENCES department(id);
ALTER TABLE contract ADD CONSTRAINT contract_product_fk FOREIGN KEY (product_id) REFERENCES product(id);
ALTER TABLE contract ADD CONSTRAINT contract_source_fk FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE contract ADD CONSTRAINT contract_vendor_fk FOREIGN KEY (vendor_id) REFERENCES vendor(id);
ALTER TABLE department ADD CONSTRAINT department_parent_fk FOREIGN KEY (parent_id) REFERENCES department(id);
ALTER TABLE department ADD CONSTRAINT department_source_fk FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE entitlement ADD CONSTRAINT entitlement_contract_fk FOREIGN KEY (contract_id) REFERENCES contract(id);
ALTER TABLE entitlement ADD CONSTRAINT entitlement_product_fk FOREIGN KEY (product_id) REFERENCES product(id);
ALTER TABLE exemption ADD CONSTRAINT exemption_product_fk FOREIGN KEY (product_id) REFERENCES product(id);
ALTER TABLE field_origin ADD CONSTRAINT field_origin_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id);
ALTER TABLE field_origin ADD CONSTRAINT field_origin_import_fk FOREIGN KEY (import_id) REFERENCES import(id);
ALTER TABLE host ADD CONSTRAINT host_department_fk FOREIGN KEY (department_id) REFERENCES department(id);
ALTER TABLE host ADD CONSTRAINT host_department_import_fk FOREIGN KEY (department_import_id) REFERENCES import(id);
ALTER TABLE host ADD CONSTRAINT host_first_import_fk FOREIGN KEY (first_import_id) REFERENCES import(id);
ALTER TABLE import ADD CONSTRAINT import_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id);
ALTER TABLE import ADD CONSTRAINT import_duplicate_of_fk FOREIGN KEY (duplicate_of_id) REFERENCES import(id);
ALTER TABLE import ADD CONSTRAINT import_job_fk FOREIGN KEY (job_id) REFERENCES job(id);
ALTER TABLE import ADD CONSTRAINT import_source_fk FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE import ADD CONSTRAINT import_undone_by_fk FOREIGN KEY (undone_by_id) REFERENCES actor(id);
ALTER TABLE import_change ADD CONSTRAINT import_change_import_fk FOREIGN KEY (import_id) REFERENCES import(id) ON DELETE CASCADE;
ALTER TABLE import_host ADD CONSTRAINT import_host_host_fk FOREIGN KEY (host_id) REFERENCES host(id) ON DELETE CASCADE;
ALTER TABLE import_host ADD CONSTRAINT import_host_import_fk FOREIGN KEY (import_id) REFERENCES import(id) ON DELETE CASCADE;
ALTER TABLE import_problem ADD CONSTRAINT import_problem_import_fk FOREIGN KEY (import_id) REFERENCES import(id) ON DELETE CASCADE;
ALTER TABLE installation ADD CONSTRAINT installation_host_fk FOREIGN KEY (host_id) REFERENCES host(id);
ALTER TABLE installation ADD CONSTRAINT installation_title_fk FOREIGN KEY (title_id) REFERENCES title(id);
ALTER TABLE installation ADD CONSTRAINT installation_version_fk FOREIGN KEY (version_id) REFERENCES version(id);
ALTER TABLE installation_history ADD CONSTRAINT installation_history_removed_import_fk FOREIGN KEY (removed_import_id) REFERENCES import(id);
ALTER TABLE job ADD CONSTRAINT job_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id);
ALTER TABLE license_policy ADD CONSTRAINT license_policy_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id);
ALTER TABLE match_decision ADD CONSTRAINT match_decision_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id);
ALTER TABLE match_decision ADD CONSTRAINT match_decision_product_fk FOREIGN KEY (product_id) REFERENCES product(id);
ALTER TABLE match_decision ADD CONSTRAINT match_decision_undone_by_fk FOREIGN KEY (undone_by_id) REFERENCES actor(id);
ALTER TABLE measurement ADD CONSTRAINT measurement_plan_fk FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE migration_event ADD CONSTRAINT migration_event_migration_fk FOREIGN KEY (migration_id) REFERENCES product_migration(id);
ALTER TABLE open_question ADD CONSTRAINT open_question_candidate_fk FOREIGN KEY (candidate_id) REFERENCES candidate_score(id);
ALTER TABLE open_question ADD CONSTRAINT open_question_run_fk FOREIGN KEY (run_id) REFERENCES scoring_run(id);
ALTER TABLE own_software_part ADD CONSTRAINT own_software_part_software_fk FOREIGN KEY (own_software_id) REFERENCES own_software(id) ON DELETE CASCADE;
ALTER TABLE person ADD CONSTRAINT person_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id);
ALTER TABLE plan ADD CONSTRAINT plan_run_fk FOREIGN KEY (run_id) REFERENCES scoring_run(id);
ALTER TABLE plan ADD CONSTRAINT plan_scenario_fk FOREIGN KEY (scenario_id) REFERENCES scenario(id);
ALTER TABLE plan_in_force ADD CONSTRAINT plan_in_force_plan_fk FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE product ADD CONSTRAINT product_category_fk FOREIGN KEY (category_id) REFERENCES category(id);
ALTER TABLE product ADD CONSTRAINT product_license_fk FOREIGN KEY (license_id) REFERENCES license(id);
ALTER TABLE product ADD CONSTRAINT product_vendor_fk FOREIGN KEY (vendor_id) REFERENCES vendor(id);
ALTER TABLE product_department_usage ADD CONSTRAINT product_department_usage_department_fk FOREIGN KEY (department_id) REFERENCES department(id);
ALTER TABLE product_department_usage ADD CONSTRAINT product_department_usage_product_fk FOREIGN KEY (product_id) REFERENCES product(id) ON DELETE CASCADE;
ALTER TABLE product_function ADD CONSTRAINT product_function_category_fk FOREIGN KEY (category_id) REFERENCES category(id);
ALTER TABLE product_interface ADD CONSTRAINT product_interface_from_fk FOREIGN KEY (from_product_id) REFERENCES product(id) ON DELETE CASCADE;
ALTER TABLE product_interface ADD CONSTRAINT product_interface_to_fk FOREIGN KEY (to_product_id) REFERENCES product(id) ON DELETE CASCADE;
ALTER TABLE product_migration ADD CONSTRAINT product_migration_alternative_fk FOREIGN KEY (alternative_id) REFERENCES product(id);
ALTER TABLE product_migration ADD CONSTRAINT product_migration_plan_fk FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE product_migration ADD CONSTRAINT product_migration_product_fk FOREIGN KEY (product_id) REFERENCES product(id);
ALTER TABLE product_statement ADD CONSTRAINT product_statement_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id);
ALTER TABLE product_statement ADD CONSTRAINT product_statement_layer_fk FOREIGN KEY (layer_id) REFERENCES catalogue_layer(id) ON DELETE CASCADE;
ALTER TABLE product_usage ADD CONSTRAINT product_usage_product_fk FOREIGN KEY (product_id) REFERENCES product(id) ON DELETE CASCADE;
ALTER TABLE register_entry ADD CONSTRAINT register_entry_department_fk FOREIGN KEY (department_id) REFERENCES department(id);
ALTER TABLE register_entry ADD CONSTRAINT register_entry_first_import_fk FOREIGN KEY (first_import_id) REFERENCES import(id);
ALTER TABLE register_entry ADD CONSTRAINT register_entry_source_fk FOREIGN KEY (source_id) REFERENCES source(id);
ALTER TABLE register_entry ADD CONSTRAINT register_entry_title_fk FOREIGN KEY (title_id) REFERENCES title(id);
ALTER TABLE register_entry ADD CONSTRAINT register_entry_version_fk FOREIGN KEY (version_id) REFERENCES version(id);
ALTER TABLE release_cycle ADD CONSTRAINT release_cycle_product_fk FOREIGN KEY (product_id) REFERENCES product(id) ON DELETE CASCADE;
ALTER TABLE scoring_run ADD CONSTRAINT scoring_run_model_fk FOREIGN KEY (model_id) REFERENCES scoring_model(id);
ALTER TABLE scoring_run ADD CONSTRAINT scoring_run_questionnaire_fk FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id);
ALTER TABLE search_term ADD CONSTRAINT search_term_category_fk FOREIGN KEY (category_id) REFERENCES category(id) ON DELETE CASCADE;
ALTER TABLE search_term ADD CONSTRAINT search_term_function_fk FOREIGN KEY (function_id) REFERENCES product_function(id) ON DELETE CASCADE;
ALTER TABLE search_term ADD CONSTRAINT search_term_product_fk FOREIGN KEY (product_id) REFERENCES product(id) ON DELETE CASCADE;
ALTER TABLE search_term ADD CONSTRAINT search_term_vendor_fk FOREIGN KEY (vendor_id) REFERENCES vendor(id) ON DELETE CASCADE;
ALTER TABLE session ADD CONSTRAINT session_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id);
ALTER TABLE target_version ADD CONSTRAINT target_version_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id);
ALTER TABLE target_version ADD CONSTRAINT target_version_target_fk FOREIGN KEY (target_id) REFERENCES target(id);
ALTER TABLE title ADD CONSTRAINT title_first_import_fk FOREIGN KEY (first_import_id) REFERENCES import(id);
ALTER TABLE title_match ADD CONSTRAINT title_match_component_of_product_fk FOREIGN KEY (component_of_product_id) REFERENCES product(id);
ALTER TABLE title_match ADD CONSTRAINT title_match_product_fk FOREIGN KEY (product_id) REFERENCES product(id);
ALTER TABLE title_match ADD CONSTRAINT title_match_title_fk FOREIGN KEY (title_id) REFERENCES title(id) ON DELETE CASCADE;
ALTER TABLE title_usage ADD CONSTRAINT title_usage_title_fk FOREIGN KEY (title_id) REFERENCES title(id) ON DELETE CASCADE;
ALTER TABLE unscheduled_item ADD CONSTRAINT unscheduled_item_candidate_fk FOREIGN KEY (candidate_id) REFERENCES candidate_score(id);
ALTER TABLE unscheduled_item ADD CONSTRAINT unscheduled_item_plan_fk FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE usage_count ADD CONSTRAINT usage_count_product_fk FOREIGN KEY (product_id) REFERENCES product(id);
ALTER TABLE vendor ADD CONSTRAINT vendor_merged_into_fk FOREIGN KEY (merged_into_id) REFERENCES vendor(id);
ALTER TABLE wave ADD CONSTRAINT wave_plan_fk FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE wave_item ADD CONSTRAINT wave_item_candidate_fk FOREIGN KEY (candidate_id) REFERENCES candidate_score(id);
ALTER TABLE wave_item ADD CONSTRAINT wave_item_wave_fk FOREIGN KEY (wave_id) REFERENCES wave(id);
ALTER TABLE weighing ADD CONSTRAINT weighing_product_fk FOREIGN KEY (product_id) REFERENCES product(id);

-- Triggers

CREATE TRIGGER assessment_is_append_only BEFORE DELETE OR UPDATE ON assessment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_chain_is_append_only BEFORE DELETE OR UPDATE ON audit_chain FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_chain_is_never_truncated BEFORE TRUNCATE ON audit_chain FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_is_append_only BEFORE DELETE OR UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER audit_entry_is_chained AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();
CREATE TRIGGER audit_entry_is_never_truncated BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER candidate_score_is_immutable BEFORE DELETE OR UPDATE ON candidate_score FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER compatibility_cell_is_immutable BEFORE DELETE OR UPDATE ON compatibility_cell FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER compatibility_matrix_is_immutable BEFORE DELETE OR UPDATE ON compatibility_matrix FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contract_counts_revisions BEFORE UPDATE ON contract FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION count_revision();
CREATE TRIGGER department_counts_revisions BEFORE UPDATE ON department FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION count_revision();
CREATE TRIGGER economics_setting_is_append_only BEFORE DELETE OR UPDATE ON economics_setting FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entitlement_counts_revisions BEFORE UPDATE ON entitlement FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION count_revision();
CREATE TRIGGER exemption_is_append_only BEFORE DELETE OR UPDATE ON exemption FOR EACH ROW EXECUTE FUNCTION refuse_rewritten_exemption();
CREATE TRIGGER host_counts_revisions BEFORE UPDATE ON host FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION count_revision();
CREATE TRIGGER license_policy_is_immutable BEFORE DELETE OR UPDATE ON license_policy FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER measurement_is_immutable BEFORE DELETE OR UPDATE ON measurement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER migration_event_is_append_only BEFORE DELETE OR UPDATE ON migration_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER open_question_is_immutable BEFORE DELETE OR UPDATE ON open_question FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER own_software_counts_revisions BEFORE UPDATE ON own_software FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION count_revision();
CREATE TRIGGER plan_is_immutable BEFORE UPDATE ON plan FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER plan_in_force_is_append_only BEFORE DELETE OR UPDATE ON plan_in_force FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER product_changes_terms AFTER UPDATE OF name, aliases ON product FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.aliases IS DISTINCT FROM new.aliases) EXECUTE FUNCTION keep_terms_of_product();
CREATE TRIGGER product_has_terms AFTER INSERT ON product FOR EACH ROW EXECUTE FUNCTION keep_terms_of_product();
CREATE TRIGGER product_has_usage AFTER INSERT ON product FOR EACH ROW EXECUTE FUNCTION count_nothing_of_product();
CREATE TRIGGER questionnaire_is_immutable BEFORE DELETE OR UPDATE ON questionnaire FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER scoring_model_is_immutable BEFORE DELETE OR UPDATE ON scoring_model FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER scoring_run_is_immutable BEFORE DELETE OR UPDATE ON scoring_run FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER target_is_immutable BEFORE DELETE OR UPDATE ON target FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER target_version_is_append_only BEFORE DELETE OR UPDATE ON target_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER usage_count_counts_revisions BEFORE UPDATE ON usage_count FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*) EXECUTE FUNCTION count_revision();
CREATE TRIGGER wave_is_immutable BEFORE UPDATE ON wave FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER wave_item_is_immutable BEFORE UPDATE ON wave_item FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER weighing_is_append_only BEFORE DELETE OR UPDATE ON weighing FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Rights

REVOKE EXECUTE ON FUNCTION analyze_names(names text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION attach_installations(source integer) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION chain_audit_entry() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION open_installations(source integer, import integer) FROM PUBLIC;
