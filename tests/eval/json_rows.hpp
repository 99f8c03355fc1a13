// Gold data in JSON Lines.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace whosaid::eval {

// Calls `visit` with each line of the files, empty ones left out. Throws std::runtime_error where one cannot
// be read, nlohmann::json's errors where a line is no JSON.
template <class Visit>
void each_json_row(const std::vector<std::string>& paths, Visit visit) {
    for (const std::string& path : paths) {
        std::ifstream in(path);
        if (!in) throw std::runtime_error(path + ": cannot be read");
        for (std::string line; std::getline(in, line);) {
            if (!line.empty()) visit(nlohmann::json::parse(line));
        }
    }
}

}  // namespace whosaid::eval
