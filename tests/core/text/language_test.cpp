#include "core/text/language.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whosaid::text {
namespace {

constexpr const char* french =
    "La ministre des Transports a déclaré mardi que le pont resterait fermé jusqu'au printemps prochain. "
    "Selon deux "
    "responsables du port, les travaux ont pris du retard à cause des pluies, et personne ne sait encore "
    "combien ils "
    "coûteront. Le maire, lui, a refusé de commenter ces informations devant les journalistes.";
constexpr const char* english =
    "The transport minister said on Tuesday that the bridge would stay closed until next spring. According "
    "to two "
    "harbour officials the work is late because of the rain, and nobody knows yet how much it will cost. The "
    "mayor "
    "declined to comment on the reports when journalists asked him.";

TEST(ForeignLanguage, IsToldByName) {
    EXPECT_EQ(foreign_language(french), "French");
    EXPECT_EQ(
        foreign_language(
            "Die Verkehrsministerin sagte am Dienstag, die Brücke bleibe bis zum nächsten Frühjahr gesperrt. "
            "Nach Angaben von zwei Mitarbeitern des Hafens haben sich die Arbeiten wegen des Regens "
            "verzögert, und niemand weiß, was sie kosten werden."),
        "German");
    EXPECT_EQ(foreign_language(
                  "Министр транспорта заявила во вторник, что мост останется закрытым до следующей весны. "
                  "По словам двух сотрудников порта, работы задержались из-за дождей, и никто не знает, "
                  "сколько они будут стоить."),
              "Russian");
}

TEST(ForeignLanguage, IsNoneForEnglishOfAnyKind) {
    EXPECT_EQ(foreign_language(english), "");
    std::string capitals(english);
    for (char& c : capitals)
        c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    EXPECT_EQ(foreign_language(capitals), "");
    // A foreign quotation in an English article, and one as long as what is told about it.
    EXPECT_EQ(foreign_language(std::string(english) + " “C'est une honte,” he said. " + english), "");
    EXPECT_EQ(foreign_language(std::string(english) + "\n" + french), "");
}

TEST(ForeignLanguage, IsNoneForWhatTellsTooLittle) {
    EXPECT_EQ(foreign_language(""), "");
    EXPECT_EQ(foreign_language("La ministre a démissionné."), "");
    EXPECT_EQ(foreign_language(std::string(5000, '7')), "");
    std::string faces;
    for (int i = 0; i < 500; ++i)
        faces += "\xF0\x9F\x98\x80 ";
    EXPECT_EQ(foreign_language(faces), "");
}

TEST(ForeignLanguage, LooksAtTheBeginningOfLongTextsInWholeCharacters) {
    std::string text;
    while (text.size() < 300'000)
        text += "é" + std::string(french);
    for (std::size_t shift = 0; shift < 3; ++shift)
        EXPECT_EQ(foreign_language(std::string(shift, ' ') + text), "French");
}

}  // namespace
}  // namespace whosaid::text
