#include "core/language/train/clusters.hpp"

#include <cmath>
#include <fstream>
#include <random>
#include <stdexcept>

#include <Eigen/Dense>
#include <nlohmann/json.hpp>

namespace whosaid::train {

WordVectors read_vectors(const std::string& path, std::size_t most) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error(path + ": cannot be read");
    const nlohmann::json all = nlohmann::json::parse(in);
    constexpr std::size_t dimensions = 100;
    WordVectors out;
    for (const auto& name : all.at("words")) {
        if (out.words.size() == most) break;
        const auto word = name.get<std::string>();
        const auto found = all.at("vectors").find(word);
        if (found == all.at("vectors").end()) continue;
        std::vector<float> vector(dimensions);
        float length = 0;
        for (std::size_t d = 0; d < dimensions; ++d) {
            vector[d] = (*found)[d].get<float>();
            length += vector[d] * vector[d];
        }
        if (length == 0) continue;
        for (float& x : vector)
            x /= std::sqrt(length);
        out.words.push_back(word);
        out.vectors.push_back(std::move(vector));
    }
    return out;
}

std::vector<unsigned> clustered(const WordVectors& words, std::size_t count) {
    constexpr int rounds = 10;
    constexpr Eigen::Index batch = 4096;
    const auto size = static_cast<Eigen::Index>(words.words.size());
    const auto width = static_cast<Eigen::Index>(words.vectors.front().size());
    Eigen::MatrixXf all(size, width);
    for (Eigen::Index i = 0; i < size; ++i)
        all.row(i) =
            Eigen::Map<const Eigen::RowVectorXf>(words.vectors[static_cast<std::size_t>(i)].data(), width);
    std::mt19937 random(1);
    Eigen::MatrixXf centres(static_cast<Eigen::Index>(count), width);
    for (Eigen::Index c = 0; c < centres.rows(); ++c)
        centres.row(c) = all.row(static_cast<Eigen::Index>(random() % static_cast<std::uint32_t>(size)));
    std::vector<unsigned> cluster(words.words.size());
    for (int round = 0; round < rounds; ++round) {
        Eigen::MatrixXf sums = Eigen::MatrixXf::Zero(centres.rows(), width);
        for (Eigen::Index begin = 0; begin < size; begin += batch) {
            const Eigen::Index rows = std::min(batch, size - begin);
            const Eigen::MatrixXf likeness = all.middleRows(begin, rows) * centres.transpose();
            for (Eigen::Index i = 0; i < rows; ++i) {
                Eigen::Index best = 0;
                likeness.row(i).maxCoeff(&best);
                cluster[static_cast<std::size_t>(begin + i)] = static_cast<unsigned>(best);
                sums.row(best) += all.row(begin + i);
            }
        }
        for (Eigen::Index c = 0; c < centres.rows(); ++c) {
            const float length = sums.row(c).norm();
            if (length > 1e-6F) centres.row(c) = sums.row(c) / length;
        }
    }
    return cluster;
}

}  // namespace whosaid::train
