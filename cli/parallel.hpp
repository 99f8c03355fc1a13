// Work on a sequence by several threads, results in the order of the sequence.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

namespace whosaid::cli {

// Takes items from `next` until it gives nullopt, turns each into a result by `work` (called from several
// threads at once; what it throws is thrown again here), and hands the results to `emit` in the order of the
// items, from the calling thread, until it gives false. Holds a few items a thread in memory.
template <class In, class Out>
void in_order(const std::function<std::optional<In>()>& next, const std::function<Out(In&)>& work,
              const std::function<bool(Out&)>& emit, unsigned threads) {
    constexpr std::size_t items_a_thread = 8;
    const std::size_t batch_size = threads > 1 ? threads * items_a_thread : 1;
    std::vector<In> batch;
    bool more = true;
    while (more) {
        batch.clear();
        while (batch.size() < batch_size) {
            std::optional<In> item = next();
            if (!item) {
                more = false;
                break;
            }
            batch.push_back(std::move(*item));
        }
        std::vector<std::optional<Out>> results(batch.size());
        std::atomic<std::size_t> taken = 0;
        std::vector<std::exception_ptr> thrown(batch.size());
        const auto run = [&] {
            for (std::size_t i = taken++; i < batch.size(); i = taken++) {
                try {
                    results[i] = work(batch[i]);
                } catch (...) {
                    thrown[i] = std::current_exception();
                }
            }
        };
        {
            std::vector<std::jthread> others;
            for (unsigned i = 1; i < threads && i < batch.size(); ++i)
                others.emplace_back(run);
            run();
        }
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (thrown[i]) std::rethrow_exception(thrown[i]);
            if (!emit(*results[i])) return;
        }
    }
}

}  // namespace whosaid::cli
