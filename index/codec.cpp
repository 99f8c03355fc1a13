#include "index/codec.hpp"

#include "core/terms.hpp"

#include <bit>
#include <chrono>

namespace whosaid::index {
namespace {

constexpr char codec_version = 1;
constexpr std::size_t checksum_size = 4;

std::string checksum(std::string_view payload) {
    const std::uint64_t sum = hash(payload);
    return big_endian((sum ^ (sum >> 32)) & 0xFFFFFFFFU, checksum_size);
}

// Which optional parts of a claim follow.
enum Part : unsigned { source_span = 1, anonymity = 2, recipient = 4, nested = 8 };

class Encoder {
  public:
    void number(std::uint64_t value) {
        while (value >= 0x80) {
            out_ += static_cast<char>((value & 0x7F) | 0x80);
            value >>= 7;
        }
        out_ += static_cast<char>(value);
    }
    void real(double value) { out_ += big_endian(std::bit_cast<std::uint64_t>(value), 8); }
    void string(const std::string& value) {
        number(value.size());
        out_ += value;
    }
    void span(Span value) {
        number(value.begin);
        number(value.empty() ? 0 : value.size());
    }
    template <class E>
    void term(E value) {
        out_ += static_cast<char>(value);
    }
    template <class T, class Write>
    void list(const std::vector<T>& values, Write write) {
        number(values.size());
        for (const T& each : values)
            write(each);
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

// After the first thing that does not fit `sound()` is false and everything read is empty.
class Decoder {
  public:
    explicit Decoder(std::string_view bytes) : bytes_(bytes) {}
    [[nodiscard]] bool sound() const { return sound_; }
    [[nodiscard]] bool at_end() const { return bytes_.empty(); }
    void fail() {
        sound_ = false;
        bytes_ = {};
    }

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (bytes_.empty()) break;
            const auto byte = static_cast<unsigned char>(bytes_.front());
            bytes_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) return value;
        }
        fail();
        return 0;
    }
    std::uint32_t small_number() {
        const std::uint64_t value = number();
        if (value > UINT32_MAX) fail();
        return sound_ ? static_cast<std::uint32_t>(value) : 0;
    }
    double real() {
        if (bytes_.size() < 8) {
            fail();
            return 0;
        }
        std::uint64_t bits = 0;
        for (int i = 0; i < 8; ++i)
            bits = (bits << 8) | static_cast<unsigned char>(bytes_[i]);
        bytes_.remove_prefix(8);
        return std::bit_cast<double>(bits);
    }
    std::string string() {
        const std::uint64_t size = number();
        if (size > bytes_.size()) {
            fail();
            return {};
        }
        std::string value(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
        return value;
    }
    Span span(std::size_t text_size) {
        const std::uint64_t begin = number();
        const std::uint64_t size = number();
        if (begin > text_size || size > text_size - begin) fail();
        if (!sound_) return {};
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
    }
    template <class E>
    E term() {
        const auto value = number();
        if (value >= Terms<E>::values.size()) fail();
        return sound_ ? static_cast<E>(value) : E{};
    }
    // Grows with what is really there: a count larger than the bytes left cannot be right.
    template <class Read>
    auto list(Read read) {
        std::vector<decltype(read())> values;
        const std::uint64_t size = number();
        if (size > bytes_.size()) fail();
        for (std::uint64_t i = 0; i < size && sound_; ++i)
            values.push_back(read());
        return values;
    }

  private:
    std::string_view bytes_;
    bool sound_ = true;
};

void write(Encoder& out, const Claim& claim) {
    out.list(claim.content, [&](Span each) { out.span(each); });
    const unsigned parts = (claim.source.span ? source_span : 0U) |
                           (claim.source.anonymity ? anonymity : 0U) | (claim.recipient ? recipient : 0U) |
                           (claim.nested_in ? nested : 0U);
    out.number(parts);
    if (claim.source.span) out.span(*claim.source.span);
    out.string(claim.source.name);
    out.term(claim.source.kind);
    out.string(claim.source.description);
    if (claim.source.anonymity) {
        const Anonymity& unnamed = *claim.source.anonymity;
        out.term(unnamed.group);
        out.number(unnamed.number);
        out.string(unnamed.institution);
        out.string(unnamed.access);
        out.string(unnamed.reason);
    }
    if (claim.recipient) {
        out.span(claim.recipient->span);
        out.string(claim.recipient->name);
    }
    out.list(claim.cue, [&](Span each) { out.span(each); });
    out.term(claim.cue_class);
    out.term(claim.form);
    out.term(claim.certainty);
    out.term(claim.polarity);
    if (claim.nested_in) out.number(*claim.nested_in);
    out.real(claim.confidence);
    out.list(claim.times, [&](const TimeExpression& each) {
        out.span(each.span);
        out.string(each.value);
    });
    out.list(claim.quantities, [&](const Quantity& each) {
        out.span(each.span);
        out.real(each.value);
        out.number(each.upper ? 1 : 0);
        if (each.upper) out.real(*each.upper);
        out.string(each.unit);
        out.term(each.comparison);
    });
    out.list(claim.entities, [&](const Entity& each) {
        out.span(each.span);
        out.string(each.name);
        out.term(each.type);
    });
}

Claim read_claim(Decoder& in, std::size_t text_size) {
    const auto span = [&] { return in.span(text_size); };
    Claim claim;
    claim.content = in.list(span);
    const std::uint64_t parts = in.number();
    if (parts > (source_span | anonymity | recipient | nested)) in.fail();
    if ((parts & source_span) != 0) claim.source.span = span();
    claim.source.name = in.string();
    claim.source.kind = in.term<SourceKind>();
    claim.source.description = in.string();
    if ((parts & anonymity) != 0) {
        Anonymity unnamed;
        unnamed.group = in.term<AnonymousClass>();
        unnamed.number = in.small_number();
        unnamed.institution = in.string();
        unnamed.access = in.string();
        unnamed.reason = in.string();
        claim.source.anonymity = std::move(unnamed);
    }
    if ((parts & recipient) != 0) {
        const Span at = span();
        claim.recipient = Recipient{at, in.string()};
    }
    claim.cue = in.list(span);
    claim.cue_class = in.term<CueClass>();
    claim.form = in.term<Form>();
    claim.certainty = in.term<Certainty>();
    claim.polarity = in.term<Polarity>();
    if ((parts & nested) != 0) claim.nested_in = in.small_number();
    claim.confidence = in.real();
    claim.times = in.list([&] {
        const Span at = span();
        return TimeExpression{at, in.string()};
    });
    claim.quantities = in.list([&] {
        Quantity quantity;
        quantity.span = span();
        quantity.value = in.real();
        if (in.number() != 0) quantity.upper = in.real();
        quantity.unit = in.string();
        quantity.comparison = in.term<Comparison>();
        return quantity;
    });
    claim.entities = in.list([&] {
        Entity entity;
        entity.span = span();
        entity.name = in.string();
        entity.type = in.term<EntityType>();
        return entity;
    });
    return claim;
}

}  // namespace

std::string big_endian(std::uint64_t value, std::size_t bytes) {
    std::string out(bytes, '\0');
    for (std::size_t i = bytes; i-- > 0; value >>= 8)
        out[i] = static_cast<char>(value & 0xFF);
    return out;
}

std::string encoded(const Article& article, const std::vector<Claim>& claims) {
    Encoder out;
    out.string(article.id);
    out.string(article.outlet);
    out.string(article.url);
    out.string(article.date ? to_string(*article.date) : "");
    out.string(article.title);
    out.string(article.author);
    out.string(article.text);
    out.list(claims, [&](const Claim& each) { write(out, each); });
    const std::string payload = out.take();
    return codec_version + checksum(payload) + payload;
}

std::optional<StoredArticle> decoded(std::string_view bytes) {
    if (bytes.size() < 1 + checksum_size || bytes.front() != codec_version) return std::nullopt;
    const std::string_view payload = bytes.substr(1 + checksum_size);
    if (bytes.substr(1, checksum_size) != checksum(payload)) return std::nullopt;
    Decoder in(payload);
    StoredArticle stored;
    Article& article = stored.article;
    article.id = in.string();
    article.outlet = in.string();
    article.url = in.string();
    const std::string date = in.string();
    article.date = parse_date(date);
    if (!date.empty() && !article.date) return std::nullopt;
    article.title = in.string();
    article.author = in.string();
    article.text = in.string();
    stored.claims = in.list([&] { return read_claim(in, article.text.size()); });
    for (const Claim& each : stored.claims) {
        if (each.nested_in && *each.nested_in >= stored.claims.size()) return std::nullopt;
    }
    if (!in.sound() || !in.at_end()) return std::nullopt;
    return stored;
}

}  // namespace whosaid::index
