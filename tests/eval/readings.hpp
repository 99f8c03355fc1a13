// What is learned where passages have been read by an encoder, and readings that a file gives.
#pragma once

#include "core/corroboration/reading.hpp"
#include "tests/eval/claims_asked.hpp"
#include "tests/eval/logistic.hpp"

#include <string>
#include <vector>

namespace whosaid::eval {

// Readings that train_encoder.py has written, {"id", "p", "likeness"} a line: of each passage by an encoder
// that has not learned from its story or passage. What the file does not have is unrelated.
[[nodiscard]] corroboration::Reader readings_in(const std::string& path);

// Of every claim of the stories, the sentences that verify() would read; the labels are stances of the words,
// in the order of Stance, "unrelated" for what is no evidence.
[[nodiscard]] Examples read_sentences(const std::vector<Pool>& pools, const corroboration::Reader& reader);
[[nodiscard]] Examples read_pairs(const std::vector<std::string>& paths, const corroboration::Reader& reader);

// What the examples teach.
[[nodiscard]] corroboration::ReadModel read_model(const Examples& examples);
[[nodiscard]] std::vector<Judged> cross_validated(const Examples& examples);

}  // namespace whosaid::eval
