#include "core/analysis.hpp"

#include "core/language/analyse.hpp"
#include "core/text/segment.hpp"
#include "tests/bench/articles.hpp"
#include "tests/bench/clock.hpp"
#include "tests/bench/modes.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include <unicode/brkiter.h>
#include <unicode/ubrk.h>

namespace whosaid::bench {
namespace {

constexpr int rounds = 5;  // the best counts: the others were disturbed

// What a stage made, so that no compiler leaves it out.
std::size_t made = 0;

void segment(const Article& article) {
    for (const Span paragraph : text::paragraphs(article.text)) {
        for (const Span sentence : text::sentences(article.text, paragraph))
            made += text::tokens(article.text, sentence).size();
    }
}

// The words of UAX 29, without white space and punctuation.
class IcuWords {
  public:
    IcuWords() {
        UErrorCode status = U_ZERO_ERROR;
        words_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
        if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    }
    void operator()(const Article& article) const {
        UErrorCode status = U_ZERO_ERROR;
        UText* text = utext_openUTF8(nullptr, article.text.data(),
                                     static_cast<std::int64_t>(article.text.size()), &status);
        words_->setText(text, status);
        if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
        while (words_->next() != icu::BreakIterator::DONE) {
            if (words_->getRuleStatus() != UBRK_WORD_NONE) ++made;
        }
        utext_close(text);
    }

  private:
    std::shared_ptr<icu::BreakIterator> words_;  // std::function copies what it calls
};

struct Stage {
    std::string_view name;
    std::function<void(const Article&)> run;
    double best = std::numeric_limits<double>::infinity();  // seconds for all articles
};

}  // namespace

void analysis(const Settings& settings) {
    Articles source(settings.paths.empty() ? sample_corpus() : settings.paths);
    std::vector<Article> articles;
    std::size_t words = 0;
    std::size_t bytes = 0;
    while (settings.limit == 0 || articles.size() < settings.limit) {
        Article article = source.next();
        if (settings.limit == 0 && source.round() > 0) break;
        for (const language::Sentence& each : language::parse(article.text).sentences)
            words += each.words.size();
        bytes += article.text.size();
        articles.push_back(std::move(article));
    }

    std::array<Stage, 6> stages{{
        {"ICU word break", IcuWords()},
        {"sentences and tokens", segment},
        {"tags and trees", [](const Article& a) { made += language::parse(a.text).sentences.size(); }},
        {"names, times, quantities",
         [](const Article& a) { made += language::analyse(a.text, a.date).mentions.size(); }},
        {"claims", [](const Article& a) { made += analyse(a).claims.size(); }},
        {"claims by the linear parser",
         [](const Article& a) { made += analyse(a, language::Parser::linear).claims.size(); }},
    }};
    for (int round = 0; round < rounds; ++round) {
        for (Stage& stage : stages) {
            const double begin = thread_seconds();
            for (const Article& article : articles)
                stage.run(article);
            stage.best = std::min(stage.best, thread_seconds() - begin);
        }
    }

    show("articles", static_cast<double>(articles.size()));
    show("words", static_cast<double>(words));
    show("bytes", static_cast<double>(bytes));
    // Each stage includes the ones before it, but for the first, which is the baseline, and the last, which
    // is all of them with the faster parser.
    for (const Stage& stage : stages)
        show(std::string(stage.name) + ", words/s", static_cast<double>(words) / stage.best);
    for (std::size_t i = 1; i < stages.size(); ++i)
        show(std::string(stages[i].name) + ", time / ICU word break", stages[i].best / stages.front().best);
}

}  // namespace whosaid::bench
