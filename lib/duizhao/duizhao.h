#pragma once

/// All that a program needs that compares the Chinese and the English version of a text: Checker
/// opens what it takes and reviews, documents.h reads files, report/json.h writes what was found.
/// For files of pairs, with several threads, include batch/review_pairs.h.
#include "duizhao/report/json.h"
#include "duizhao/review/checker.h"
