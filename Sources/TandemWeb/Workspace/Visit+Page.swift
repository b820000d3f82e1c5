import HTTPTypes
import Hummingbird
import TandemCare
import TandemStore

/// Drawing the pages of the workspace: every one knows who is signed in, and carries the key of the session for its forms.
extension Visit {
    /// A page for this person only; no browser or proxy keeps it.
    ///
    /// - Parameter here: the place in the top bar that the page belongs to.
    func response(
        _ template: String,
        title: String,
        _ values: Page.Values,
        here: Address? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        var values = values
        values["form_key"] = token.formKey
        values["person"] = session.account.name
        values["practices"] = session.practices.map { practice in
            let path = Address.practice(practice.id).path
            return ["name": practice.name, "href": path, "is_here": path == here?.path] as Page.Values
        }
        if let notice = open.query["done"].flatMap(Notice.init) { values["notice"] = notice.text }
        if !session.ties.isEmpty {
            values["family_href"] = Address.family.path
            values["family_is_here"] = here?.path == Address.family.path
        }
        let page = Page(template: template, title: title, description: "", section: nil, values: values)
        return workspace.site.recordResponse(page, status: status)
    }

    /// A form again, with what is wrong with it: above everything, and beside each field. What was typed stays.
    func refusal(
        _ template: String,
        title: String,
        _ values: Page.Values,
        _ problems: Problems,
        here: Address? = nil
    ) -> Response {
        var values = values
        values["errors"] = problems.values
        return response(template, title: "Error: \(title)", values, here: here, status: .unprocessableContent)
    }

    /// On to another page, after something was done; `notice` stands above it once.
    func redirect(_ address: Address, _ notice: Notice? = nil) -> Response {
        .redirect(to: address.path + (notice.map { "?done=\($0.rawValue)" } ?? ""), type: .normal)
    }
}
