#include "tests/bench/articles.hpp"

#include "core/date.hpp"
#include "tests/bench/result.hpp"

#include <filesystem>
#include <stdexcept>
#include <utility>

namespace whosaid::bench {
namespace {

constexpr int days_a_round = 30;

}  // namespace

Articles::Articles(const std::vector<std::string>& paths) {
    for (Result<corpus::Input>& input : corpus::inputs(paths)) {
        inputs_.push_back(value_of(std::move(input)));
    }
    if (inputs_.empty()) throw std::runtime_error("no files with articles under the paths named");
}

Article Articles::next() {
    while (true) {
        if (stream_) {
            for (auto article = stream_->next(); article; article = stream_->next()) {
                if (!*article) continue;
                any_ = true;
                if (round_ > 0) {
                    (*article)->id += "~" + std::to_string(round_);
                    if (auto& date = (*article)->date)
                        date = plus_days(*date, static_cast<int>(round_) * days_a_round);
                }
                return std::move(**article);
            }
            stream_.reset();
            ++input_;
        }
        if (input_ == inputs_.size()) {
            if (!any_) throw std::runtime_error("no article could be read from the paths named");
            input_ = 0;
            ++round_;
        }
        stream_ = value_of(corpus::open(inputs_[input_].path));
    }
}

std::vector<std::string> sample_corpus() {
    return {WHOSAID_SOURCE_DIR "/corpus/sample"};
}

std::vector<std::string> large_corpus() {
    const std::string news = WHOSAID_SOURCE_DIR "/../shared/data/raw_news";
    if (std::filesystem::is_directory(news)) return {news};
    return sample_corpus();
}

}  // namespace whosaid::bench
