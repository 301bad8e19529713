#include "duizhao/batch/database.h"

namespace duizhao::batch {

std::string_view database_schema() {
  return R"sql(-- The inputs of the batch, in order.
CREATE TABLE input (
  id          INTEGER PRIMARY KEY,  -- from 0, as in pairs.jsonl
  file        TEXT NOT NULL,        -- a bilingual file, or a report's source
  target_file TEXT                  -- a report's translation
);
-- A pair of a bilingual file, or a report.
CREATE TABLE pair (
  id           INTEGER PRIMARY KEY,
  input        INTEGER NOT NULL REFERENCES input,
  number       INTEGER NOT NULL,  -- among the pairs of the input, from 0
  line         INTEGER,           -- in the file, from 1
  segment      TEXT,              -- the id that the file gives it
  source       TEXT,              -- the texts of a pair; null for a report
  target       TEXT,
  page         TEXT,              -- the page of a report
  quality      REAL,              -- in [0,1]; null where it can't be judged
  unjudged     TEXT,              -- why not
  penalty      REAL NOT NULL,     -- MQM points
  source_words INTEGER NOT NULL,
  passed       INTEGER NOT NULL   -- 1: within the profile's limit
);
-- What was found.
CREATE TABLE finding (
  id         INTEGER PRIMARY KEY,
  pair       INTEGER NOT NULL REFERENCES pair,
  rule       TEXT NOT NULL,  -- number, name, omission …
  code       TEXT NOT NULL,  -- number/magnitude …
  category   TEXT NOT NULL,  -- MQM error type
  severity   TEXT NOT NULL,  -- neutral, minor, major, critical
  penalty    REAL NOT NULL,
  confidence REAL NOT NULL,  -- that a careful reviser would mark it
  source     TEXT,           -- the passages that it is about
  target     TEXT,
  message    TEXT NOT NULL,
  suggestion TEXT,
  key        TEXT NOT NULL,  -- for duizhao check --suppress
  line       INTEGER
);
-- Inputs that could not be read to their end, and units that were passed over.
CREATE TABLE fault (
  input       INTEGER NOT NULL REFERENCES input,
  after_pairs INTEGER NOT NULL,  -- so many could be read before
  line        INTEGER,
  message     TEXT,
  passed_over INTEGER            -- units
);
-- Queries to begin with.
CREATE TABLE example_query (
  title TEXT NOT NULL,
  sql   TEXT NOT NULL
);
)sql";
}

const std::vector<ExampleQuery>& example_queries() {
  static const std::vector<ExampleQuery> queries = {
      {"findings by rule and severity",
       "SELECT rule, severity, count(*) AS findings FROM finding GROUP BY rule, severity "
       "ORDER BY findings DESC"},
      {"the worst pairs",
       "SELECT quality, file, line, source, target FROM pair JOIN input ON input.id = pair.input "
       "WHERE quality IS NOT NULL ORDER BY quality LIMIT 50"},
      {"the files with the most penalty for their length",
       "SELECT file, count(*) AS pairs, round(1000 * sum(penalty) / sum(source_words), 1) AS "
       "penalty_per_1000_words FROM pair JOIN input ON input.id = pair.input "
       "WHERE quality IS NOT NULL GROUP BY input HAVING sum(source_words) > 0 "
       "ORDER BY penalty_per_1000_words DESC"},
      {"wrong numbers that are all but sure",
       "SELECT file, pair.line, finding.source, finding.target, message FROM finding "
       "JOIN pair ON pair.id = finding.pair JOIN input ON input.id = pair.input "
       "WHERE rule IN ('number', 'date', 'money') AND confidence >= 0.9 ORDER BY confidence DESC"},
      {"terms that are most often not as the glossary says",
       "SELECT source, count(*) AS times, min(message) AS example FROM finding "
       "WHERE rule = 'term' GROUP BY source ORDER BY times DESC LIMIT 50"},
      {"names that are rendered in several ways",
       "SELECT source, count(DISTINCT target) AS renderings, group_concat(DISTINCT target) AS "
       "targets FROM finding WHERE rule = 'name' AND source IS NOT NULL "
       "GROUP BY source HAVING renderings > 1 ORDER BY renderings DESC"},
      {"pairs that can't be judged, by reason",
       "SELECT unjudged, count(*) AS pairs FROM pair WHERE quality IS NULL GROUP BY unjudged "
       "ORDER BY pairs DESC"},
      {"pairs to keep for training",
       "SELECT source, target, quality FROM pair WHERE quality >= 0.7 AND id NOT IN "
       "(SELECT pair FROM finding WHERE severity IN ('major', 'critical'))"},
      {"how many pairs a limit of quality would discard",
       "SELECT round(limits.value, 1) AS quality_below, count(pair.id) AS pairs FROM "
       "(WITH RECURSIVE steps(value) AS (SELECT 0.1 UNION ALL SELECT value + 0.1 FROM steps "
       "WHERE value < 0.95) SELECT value FROM steps) AS limits "
       "LEFT JOIN pair ON pair.quality < limits.value GROUP BY limits.value"},
      {"the same source translated in several ways",
       "SELECT source, count(DISTINCT target) AS translations, min(target) AS one, max(target) AS "
       "another FROM pair WHERE source <> '' GROUP BY source HAVING translations > 1 "
       "ORDER BY translations DESC LIMIT 100"},
  };
  return queries;
}

}  // namespace duizhao::batch
