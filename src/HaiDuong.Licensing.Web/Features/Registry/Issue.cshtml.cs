using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Web.Features.Shared;
using HaiDuong.Licensing.Web.Letters;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.Web.Features.Registry;

/// <summary>Number, date and seal of one signed result. The number is the book's next and the date is today: neither is typed.</summary>
public sealed class IssueModel(DossierPageServices services, IssueResult issue, LetterModel letters) : DossierPage(services)
{
    public string Book => Dossier.Decision?.Kind == DecisionKind.Refuse ? Procedure.Result.RefusalBook : Procedure.Result.Book;

    /// <summary>The symbol with the signs of the office and division of today.</summary>
    public string Symbol => letters.Symbol(Dossier, Dossier.Decision?.Kind ?? DecisionKind.Grant, Act);

    protected override StepKind? Kind => StepKind.IssueResult;

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenStepAsync(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        return await AnswerAsync(await issue.DoAsync(new IssueResultRequest(id, Revision, StepOfAct), Actor, Cancel), "Done", () => Task.FromResult<IActionResult>(Page()));
    }
}
