taken AS MATERIALIZED (SELECT NULL::integer AS place, NULL::text AS entry_key WHERE false)
