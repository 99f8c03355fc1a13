// Figures as evaluation prints them: one line a figure, with floors and ceilings that they must keep.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whosaid::eval {

struct Prf {
    double precision = 0, recall = 0, f1 = 0;  // percent
};
[[nodiscard]] Prf prf(std::size_t hits, std::size_t predicted, std::size_t gold);

// Options that every mode takes, and the rest of its arguments.
struct Options {
    std::vector<std::string> paths;
    std::size_t errors = 0;                // so many of the worst cases are printed
    std::map<std::string, double> floors;  // by the figure's name
    std::map<std::string, double> ceilings;
    std::vector<std::string> flags;  // other options, as they stand

    [[nodiscard]] bool has(std::string_view flag) const;
    // Of "--flag=value".
    [[nodiscard]] std::optional<std::string> value(std::string_view flag) const;
};
[[nodiscard]] Options options(const std::vector<std::string>& arguments);

// Prints figures and remembers them by name.
class Figures {
  public:
    void show(const std::string& name, double value, const std::string& note = {});
    void show(const std::string& name, const Prf& value);  // the name stands for its F1
    // Macro F1 over `labels`, each label's own F1 shown too.
    void macro(const std::string& name, const std::vector<std::string>& gold,
               const std::vector<std::string>& predicted, const std::vector<std::string>& labels);
    // 0 when every floor and ceiling is kept; else 1, and each figure beyond is named on standard error.
    [[nodiscard]] int judge(const Options& given) const;

  private:
    std::map<std::string, double> values_;
};

}  // namespace whosaid::eval
