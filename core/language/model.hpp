// The trained models in the program: tags, trees, names, word clusters and irregular lemmas.
//
// One file (core/language/model/language.bin), made by core/language/train: a magic and a version, then the
// sections of ModelFile in their order, each its length (32 bits) and bytes, little-endian. Immutable once
// read, so that threads share it without locks.
#pragma once

#include "core/language/classifier.hpp"
#include "core/language/document.hpp"
#include "core/language/features.hpp"
#include "core/language/labels.hpp"
#include "core/types.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::language {

// The sections as bytes. Lists of names are lines.
struct ModelFile {
    std::string tags;                   // "UPOS\tXPOS", in the order of the tagger's classes
    std::string lemmas;                 // "form\tXPOS\tlemma", sorted: where the rules of endings fail
    std::string clusters;               // packed_clusters()
    std::string labels;                 // of names, in the order of the classes
    std::string tagger, parser, names;  // Classifier::packed()
};
[[nodiscard]] std::string model_bytes(const ModelFile& file);
// The sections of such bytes; an error where they are damaged or of another version.
[[nodiscard]] Result<ModelFile> model_file(std::string_view bytes);

struct WordCluster {
    std::uint32_t key = 0;  // key_of(hash_of(word in lower case))
    WordClusters clusters;
};
// `words` in ascending order of their keys, no key twice.
[[nodiscard]] std::string packed_clusters(const std::vector<WordCluster>& words);

class Model {
  public:
    // `bytes` must outlive the model and all that is read by it. An error where they are damaged or of
    // another version.
    [[nodiscard]] static Result<Model> read(std::string_view bytes);

    [[nodiscard]] const std::vector<Tag>& tags() const { return tags_; }
    [[nodiscard]] const std::vector<std::string_view>& labels() const { return labels_; }
    // Empty where the rules of endings hold.
    [[nodiscard]] std::string_view irregular_lemma(std::string_view lower_form, std::string_view xpos) const;
    [[nodiscard]] WordClusters clusters(std::string_view lower_form) const;
    [[nodiscard]] const Classifier& tagger() const { return tagger_; }
    [[nodiscard]] const Classifier& parser() const { return parser_; }
    [[nodiscard]] const Classifier& name_finder() const { return name_finder_; }

  private:
    struct Lemma {
        std::string_view form, xpos, lemma;
    };
    [[nodiscard]] bool read_tags(std::string_view section);
    [[nodiscard]] bool read_lemmas(std::string_view section);
    [[nodiscard]] bool read_clusters(std::string_view section);

    std::vector<Tag> tags_;
    std::vector<Lemma> lemmas_;          // sorted by form, then tag
    std::vector<WordCluster> clusters_;  // open addressing by key; fine cluster 0: a free slot
    std::vector<std::string_view> labels_;
    Classifier tagger_, parser_, name_finder_;
};

// The program's own, read when first asked for.
[[nodiscard]] const Model& model();

}  // namespace whosaid::language
