-- Writes entries of those none of whose keys is taken.
WITH {taken},
refused AS MATERIALIZED (SELECT place FROM taken),
{written}
SELECT NULL::integer[], {answer}
