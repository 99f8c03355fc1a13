#include "cli/report/groups.hpp"

#include "fixture.hpp"

#include <gtest/gtest.h>

namespace whosaid::cli {
namespace {

Evidence from(std::string article, std::string origin, std::optional<std::string> copy_of = std::nullopt) {
    Evidence out;
    out.article = std::move(article);
    out.outlet = "Outlet of " + out.article;
    out.origin = std::move(origin);
    out.source.name = out.origin;
    out.source.kind = SourceKind::person;
    out.stance = Stance::supports;
    out.copy_of = std::move(copy_of);
    return out;
}

TEST(ByOrigin, GroupsOriginsAndFoldsCopies) {
    const Verification verification = fixture::disputed();
    const auto pro = by_origin(verification, Stance::supports);
    ASSERT_EQ(pro.size(), 2U);
    EXPECT_EQ(pro[0].name, "Ines Okafor");
    EXPECT_EQ(pro[0].kind, SourceKind::person);
    EXPECT_FALSE(pro[0].anonymous);
    ASSERT_EQ(pro[0].passages.size(), 1U);
    EXPECT_EQ(pro[0].passages[0].evidence->article, "wire-1");
    ASSERT_EQ(pro[0].passages[0].copies.size(), 2U);
    EXPECT_TRUE(pro[1].anonymous);
    EXPECT_EQ(by_origin(verification, Stance::contradicts).size(), 1U);
    EXPECT_TRUE(by_origin(verification, Stance::unrelated).empty());
}

TEST(ByOrigin, KeepsSeveralPassagesOfOneArticle) {
    Verification verification;
    verification.evidence = {from("a", "Ann"), from("b", "Ann", "a"), from("a", "Ann"),
                             from("b", "Ann", "a")};
    const auto groups = by_origin(verification, Stance::supports);
    ASSERT_EQ(groups.size(), 1U);
    ASSERT_EQ(groups[0].passages.size(), 2U);
    EXPECT_EQ(groups[0].passages[0].copies.size(), 1U);
    EXPECT_TRUE(groups[0].passages[1].copies.empty());
}

TEST(ByOrigin, FoldsCopiesOfAnArticleThatIsNotAmongTheEvidence) {
    Verification verification;
    verification.evidence = {from("b", "Wire", "a"), from("c", "Wire", "a")};
    const auto groups = by_origin(verification, Stance::supports);
    ASSERT_EQ(groups.size(), 1U);
    ASSERT_EQ(groups[0].passages.size(), 1U);
    EXPECT_EQ(groups[0].passages[0].copies.size(), 1U);
}

TEST(ByOrigin, WhatIsUnknownNeverMerges) {
    Verification verification;
    verification.evidence = {from("a", ""), from("b", ""), from("a", "")};
    const auto groups = by_origin(verification, Stance::supports);
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].passages.size(), 2U);
    EXPECT_FALSE(groups[0].kind);
}

}  // namespace
}  // namespace whosaid::cli
