// The modes of whosaid-eval. Each takes the arguments after its name and gives the exit status: 1 where a
// figure is under its --floor "NAME=VALUE" or over its --ceiling "NAME=VALUE".
#pragma once

#include <string>
#include <vector>

namespace whosaid::eval {

using Arguments = std::vector<std::string>;

// newsroom DIR [--attribution|--corroboration] [--quick|--readings=FILE] [--errors N]:
// attributions, verdicts and copies on annotated stories. --quick: without the encoder.
// --readings: cross-validated by story, by readings of encoders that have not learned from it.
int newsroom(const Arguments& arguments);
// pairs FILE... [--quick] [--errors N]: stance of claims against passages.
int pairs(const Arguments& arguments);
// times DIR [--errors N]: dates against the TIMEX3 annotation of TimeML files.
int times(const Arguments& arguments);
// tokens CONLLU... [--errors N]: words and sentences in the raw text of a treebank.
int tokens(const Arguments& arguments);
// parse CONLLU... [--linear] [--network=FILE] [--model=FILE] [--errors N]: tags,
// lemmas, trees, and the arcs that attribution reads off, on the words of a treebank. --linear: by the linear
// models alone;
// --network, --model: of a file instead of the program's own (--model: linear).
int parse(const Arguments& arguments);
// names IOB|DIR... [--linear] [--network=FILE] [--model=FILE] [--errors N]:
// persons, organisations, places in columns; who speaks in annotated stories.
int names(const Arguments& arguments);
// coreference CONLL|DIR... [--errors N]: who is meant by pronouns, in documents
// with annotated chains of mentions.
int coreference(const Arguments& arguments);

// certainty FILE... [--cross-validate]: factuality of predicates, {"id", "score"} a line; figures go to
// standard error. --cross-validate: by weights learned from the other documents of the same files, in five
// parts.
int certainty(const Arguments& arguments);

// learn-factuality FILE...: prints core/attribution/factuality_weights.hpp; figures go to standard error.
int learn_factuality(const Arguments& arguments);
// encoder-inputs STORIES... PAIRS...: prints what train_encoder.py learns from, see encoder_inputs.cpp.
int encoder_inputs(const Arguments& arguments);
// learn-stance STORIES... PAIRS... [--readings=FILE]: prints core/corroboration/stance_weights.hpp, or
// read_weights.hpp where readings are given; figures go to standard error.
int learn_stance(const Arguments& arguments);

}  // namespace whosaid::eval
