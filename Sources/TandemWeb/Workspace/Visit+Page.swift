import HTTPTypes
import Hummingbird
import TandemCare
import TandemStore

/// Drawing the pages of the workspace: every one knows who is signed in, and carries the key of the session for its forms.
extension Visit {
    /// A page for this person only; no browser or proxy keeps it.
    func response(
        _ template: String,
        title: String,
        _ values: Page.Values,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        var values = values
        values["form_key"] = token.formKey
        values["person"] = session.account.name
        values["practices"] = session.practices.map {
            ["name": $0.name, "href": Address.practice($0.id).path] as Page.Values
        }
        if !session.ties.isEmpty { values["family_href"] = Address.family.path }
        let page = Page(template: template, title: title, description: "", section: nil, values: values)
        return workspace.site.response(page, status: status, isPrivate: true)
    }

    /// On to another page, after something was done.
    func redirect(_ address: Address) -> Response { .redirect(to: address.path, type: .normal) }
}
