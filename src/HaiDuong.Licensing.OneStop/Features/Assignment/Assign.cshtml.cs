using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HaiDuong.Licensing.OneStop.Features.Assignment;

/// <summary>The head of the division names the specialist, for the first time or again.</summary>
[ForRoles(StaffRole.DivisionHead, StaffRole.Leader)]
public sealed class AssignModel(DossierPageServices services, AssignDossier assign, SpecialistLoadQuery loads) : DossierPage(services)
{
    [BindProperty]
    public Guid? Specialist { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public IReadOnlyList<FieldChoice> Specialists { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id) => await EnterAsync(id) ?? await ShowAsync();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await EnterAsync(id) is { } refused)
            return refused;
        var result = await assign.DoAsync(new AssignDossierRequest(id, Revision, Specialist ?? Guid.Empty, Note), Actor, Cancel);
        return await AnswerAsync(result, "Done", ShowAsync);
    }

    private Task<IActionResult?> EnterAsync(Guid id) => OpenActAsync(id, DossierAct.Assign);

    private async Task<IActionResult> ShowAsync()
    {
        var found = await loads.ReadAsync(Dossier.DivisionKey, Act.Local, Cancel);
        Specialists = [.. found.Select(load => new FieldChoice(load.Person.AccountId.ToString(), SayOf(load)))];
        return Page();
    }

    private string SayOf(SpecialistLoad load) =>
        load.Away is { } away
            ? Word("Load.Away", load.Person.Name, away.Days, away.SubstituteName ?? "")
            : Word("Load", load.Person.Name, load.Open, load.Overdue);
}
