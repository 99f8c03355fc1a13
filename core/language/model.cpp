#include "core/language/model.hpp"

#include "core/language/bytes.hpp"
#include "core/language/embedded.hpp"
#include "core/language/transitions.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace whosaid::language {
namespace {

constexpr std::uint32_t model_magic = 0x4C575357;  // "WSWL"
constexpr std::uint32_t model_version = 1;

// Calls `visit` with each line's fields; missing ones are empty. False as soon as `visit` is.
template <std::size_t Fields, class Visit>
bool each_line(std::string_view section, Visit visit) {
    while (!section.empty()) {
        const std::size_t end = std::min(section.find('\n'), section.size());
        std::string_view line = section.substr(0, end);
        section.remove_prefix(std::min(end + 1, section.size()));
        std::array<std::string_view, Fields> fields;
        for (std::string_view& field : fields) {
            const std::size_t tab = std::min(line.find('\t'), line.size());
            field = line.substr(0, tab);
            line.remove_prefix(std::min(tab + 1, line.size()));
        }
        if (!visit(fields)) return false;
    }
    return true;
}

Error damaged(std::string_view what) {
    Error error;
    error.message = "the language model is damaged: " + std::string(what);
    error.hint = "build the program again from a clean checkout";
    return error;
}

using Sections = std::array<std::string_view, 7>;

Result<Sections> sections_of(std::string_view bytes) {
    ByteReader reader(bytes);
    if (reader.number() != model_magic) return tl::unexpected(damaged("it does not begin as one"));
    if (reader.number() != model_version) return tl::unexpected(damaged("it is of another version"));
    Sections sections;
    for (std::string_view& section : sections)
        section = reader.section();
    if (!reader.finished()) return tl::unexpected(damaged("its length is not what it says"));
    return sections;
}

}  // namespace

std::string model_bytes(const ModelFile& file) {
    std::string out;
    write_number(out, model_magic);
    write_number(out, model_version);
    for (const std::string* section :
         {&file.tags, &file.lemmas, &file.clusters, &file.labels, &file.tagger, &file.parser, &file.names}) {
        write_number(out, section->size());
        out += *section;
    }
    return out;
}

Result<ModelFile> model_file(std::string_view bytes) {
    return sections_of(bytes).map([](const Sections& sections) {
        const auto& [tags, lemmas, clusters, labels, tagger, parser, names] = sections;
        return ModelFile{std::string(tags),   std::string(lemmas), std::string(clusters), std::string(labels),
                         std::string(tagger), std::string(parser), std::string(names)};
    });
}

std::string packed_clusters(const std::vector<WordCluster>& words) {
    std::string out;
    write_number(out, words.size());
    std::uint32_t last = 0;
    for (const WordCluster& word : words) {
        write_varint(out, word.key - last);
        last = word.key;
        out += static_cast<char>(word.clusters.coarse - 1);
        out += static_cast<char>(word.clusters.fine & 0xffU);
        out += static_cast<char>(word.clusters.fine >> 8U);
    }
    return out;
}

bool Model::read_tags(std::string_view section) {
    return each_line<2>(section, [&](const auto& fields) {
        const auto upos = upos_named(fields[0]);
        if (!upos || fields[1].empty()) return false;
        tags_.push_back(tag_of(*upos, fields[1]));
        return true;
    });
}

bool Model::read_lemmas(std::string_view section) {
    const bool read = each_line<3>(section, [&](const auto& fields) {
        lemmas_.push_back({fields[0], fields[1], fields[2]});
        return !fields[2].empty();
    });
    return read && std::is_sorted(lemmas_.begin(), lemmas_.end(), [](const Lemma& a, const Lemma& b) {
               return std::tie(a.form, a.xpos) < std::tie(b.form, b.xpos);
           });
}

bool Model::read_clusters(std::string_view section) {
    ByteReader reader(section);
    const std::uint32_t count = reader.number();
    if (count > section.size() / 4) return false;  // four bytes a word at least
    clusters_.assign(std::bit_ceil(std::size_t{count} * 2 + 1), {});
    std::uint32_t key = 0;
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
        key += reader.varint();
        WordClusters clusters;
        clusters.coarse = static_cast<std::uint16_t>(reader.byte() + 1U);
        const unsigned low = reader.byte();
        clusters.fine = static_cast<std::uint16_t>(low | static_cast<unsigned>(reader.byte()) << 8U);
        if (clusters.fine == 0) return false;
        std::size_t place = key & (clusters_.size() - 1);
        while (clusters_[place].clusters.fine != 0)
            place = (place + 1) & (clusters_.size() - 1);
        clusters_[place] = {key, clusters};
    }
    return reader.finished();
}

Result<Model> Model::read(std::string_view bytes) {
    const Result<Sections> sections = sections_of(bytes);
    if (!sections) return tl::unexpected(sections.error());
    const auto& [tags, lemmas, clusters, labels, tagger, parser, names] = *sections;
    Model out;
    if (!out.read_tags(tags)) return tl::unexpected(damaged("its tags"));
    if (!out.read_lemmas(lemmas)) return tl::unexpected(damaged("its lemmas"));
    if (!out.read_clusters(clusters)) return tl::unexpected(damaged("its clusters"));
    each_line<1>(labels, [&](const auto& fields) {
        out.labels_.push_back(fields[0]);
        return true;
    });
    const auto classifier = [](std::size_t classes, std::string_view section, Classifier& into) {
        auto read = Classifier::unpacked(static_cast<std::uint32_t>(classes), section);
        if (read) into = std::move(*read);
        return read && classes > 0;
    };
    if (!classifier(out.tags_.size(), tagger, out.tagger_)) return tl::unexpected(damaged("its tagger"));
    if (!classifier(step_count, parser, out.parser_)) return tl::unexpected(damaged("its parser"));
    if (!classifier(out.labels_.size(), names, out.name_finder_))
        return tl::unexpected(damaged("its name finder"));
    return out;
}

std::string_view Model::irregular_lemma(std::string_view lower_form, std::string_view xpos) const {
    const auto at =
        std::lower_bound(lemmas_.begin(), lemmas_.end(), std::tie(lower_form, xpos),
                         [](const Lemma& l, const auto& key) { return std::tie(l.form, l.xpos) < key; });
    return at != lemmas_.end() && at->form == lower_form && at->xpos == xpos ? at->lemma : std::string_view();
}

WordClusters Model::clusters(std::string_view lower_form) const {
    const std::uint32_t key = key_of(hash_of(lower_form));
    std::size_t place = key & (clusters_.size() - 1);
    while (clusters_[place].clusters.fine != 0 && clusters_[place].key != key)
        place = (place + 1) & (clusters_.size() - 1);
    return clusters_[place].clusters;
}

const Model& model() {
    static const Model ours = [] {
        Result<Model> read = Model::read(embedded::language());
        if (!read) throw std::logic_error(to_string(read.error()));
        return std::move(*read);
    }();
    return ours;
}

}  // namespace whosaid::language
