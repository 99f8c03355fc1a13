#include "cli/report/package.hpp"

#include "cli/report/item.hpp"

#include <utility>

namespace whosaid::cli {

bool can_be_packaged(ReportForm form) {
    return form != ReportForm::text && form != ReportForm::html && form != ReportForm::nitf;
}

Package::Package(ReportForm form, NewsroomStyle style, RunRecord run, std::string name)
    : form_(form), style_(std::move(style)), run_(std::move(run)), name_(std::move(name)) {}

std::string Package::begin() const {
    if (form_ == ReportForm::newsml_g2) return newsml_g2_message_begin(run_, style_);
    return form_ == ReportForm::csv ? csv_header() : "";
}

void Package::add(const Report& report) {
    if (form_ == ReportForm::newsml_g2)
        items_.push_back({identity(report, style_.vocabulary).guid, headline(report.article)});
}

std::string Package::end() const {
    return form_ == ReportForm::newsml_g2 ? newsml_g2_message_end(run_, style_, name_, items_) : "";
}

}  // namespace whosaid::cli
