#include "core/language/model.hpp"

#include "core/language/embedded.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whosaid::language {
namespace {

// Small, and whole.
ModelFile small() {
    ModelFile file;
    file.tags = "NOUN\tNN\nVERB\tVBD\n";
    file.lemmas = "said\tVBD\tsay\nwent\tVBD\tgo\n";
    file.clusters = packed_clusters({{key_of(hash_of("river")), {3, 900}}});
    file.labels = "O\nB-PER\n";
    file.tagger = Classifier::packed({{1, {{1, 9}}}});
    file.parser = Classifier::packed({{1, {{100, 9}}}});
    file.names = Classifier::packed({});
    return file;
}

bool reads(const ModelFile& file) {
    const std::string bytes = model_bytes(file);
    return Model::read(bytes).has_value();
}

TEST(Model, ReadsWhatWasWritten) {
    const std::string bytes = model_bytes(small());
    const Result<Model> model = Model::read(bytes);
    ASSERT_TRUE(model) << to_string(model.error());
    ASSERT_EQ(model->tags().size(), 2U);
    EXPECT_EQ(model->tags()[1].upos, Upos::verb);
    EXPECT_EQ(model->tags()[1].xpos, "VBD");
    EXPECT_EQ(model->irregular_lemma("went", "VBD"), "go");
    EXPECT_EQ(model->irregular_lemma("went", "VBN"), "");
    EXPECT_EQ(model->clusters("river").coarse, 3);
    EXPECT_EQ(model->clusters("river").fine, 900);
    EXPECT_EQ(model->clusters("stream").fine, 0);
    EXPECT_EQ(model->labels()[1], "B-PER");
}

TEST(Model, RejectsBytesCutShortAnywhere) {
    const std::string whole = model_bytes(small());
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(Model::read(whole.substr(0, length))) << length;
    EXPECT_FALSE(Model::read(whole + '\0'));
}

TEST(Model, RejectsAnotherMagicOrVersion) {
    for (const std::size_t place : {std::size_t{0}, std::size_t{4}}) {
        std::string bytes = model_bytes(small());
        bytes[place] = static_cast<char>(bytes[place] + 1);
        const Result<Model> model = Model::read(bytes);
        ASSERT_FALSE(model);
        EXPECT_NE(model.error().message.find("damaged"), std::string::npos);
        EXPECT_FALSE(model.error().hint.empty());
    }
}

TEST(Model, RejectsSectionsThatContradictEachOther) {
    ModelFile file = small();
    file.tags = "NOUN\tNN\n";  // the tagger has two classes
    EXPECT_FALSE(reads(file));
    file = small();
    file.tags = "NOUN\tNN\nVURB\tVBD\n";
    EXPECT_FALSE(reads(file));
    file = small();
    file.lemmas = "went\tVBD\tgo\nsaid\tVBD\tsay\n";  // not in order
    EXPECT_FALSE(reads(file));
    file = small();
    file.clusters.pop_back();
    EXPECT_FALSE(reads(file));
    file = small();
    file.labels.clear();
    EXPECT_FALSE(reads(file));
}

TEST(Model, OfTheProgramIsWhole) {
    const Result<Model> model = Model::read(embedded::language());
    ASSERT_TRUE(model) << to_string(model.error());
    EXPECT_GT(model->tags().size(), 50U);
    EXPECT_FALSE(Model::read(embedded::language().substr(0, embedded::language().size() - 1)));
}

}  // namespace
}  // namespace whosaid::language
