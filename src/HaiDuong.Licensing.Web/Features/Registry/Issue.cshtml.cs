using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.Web.Features.Registry;

/// <summary>Number, date and seal of one signed result. The number is the book's next and the date is today: neither is typed.</summary>
public sealed class IssueModel(DossierPageServices services, IssueResult issue) : DossierPage(services)
{
    public string Book => Dossier.Decision?.Kind == DecisionKind.Refuse ? Procedure.Result.RefusalBook : Procedure.Result.Book;

    public string Symbol => Dossier.Decision?.Kind == DecisionKind.Refuse ? Procedure.Result.RefusalSymbol : Procedure.Result.Symbol;

    protected override StepKind? Kind => StepKind.IssueResult;

    public async Task<IActionResult> OnGetAsync(Guid id) => await OpenStepAsync(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
            return NotFound();
        return await AnswerAsync(await issue.DoAsync(new IssueResultRequest(id, Revision, StepOfAct), Actor, Cancel), "Done", () => Task.FromResult<IActionResult>(Page()));
    }
}
