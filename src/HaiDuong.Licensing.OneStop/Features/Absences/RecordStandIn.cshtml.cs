using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Entry;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Absences;

/// <summary>What the form of a fact asks.</summary>
public sealed class StandInInput
{
    /// <summary>Vắng mặt; the other kind is work or signature given by somebody who is there.</summary>
    public const string Away = "Away";

    public Guid? Person { get; set; }

    public string? Kind { get; set; }

    public string? Role { get; set; }

    [Ahead]
    public LocalDate? From { get; set; }

    [Ahead]
    public LocalDate? To { get; set; }

    public Guid? Substitute { get; set; }

    public string? Form { get; set; }

    public string? Position { get; set; }

    public string? DocumentNumber { get; set; }

    public LocalDate? DocumentDate { get; set; }

    public List<string> Procedures { get; set; } = [];

    public string? Note { get; set; }

    internal static StandInInput Of(StandIn fact) =>
        new()
        {
            Person = fact.PersonId,
            Kind = fact.IsAway ? Away : "Gives",
            Role = fact.Role?.ToString(),
            From = fact.ValidFrom,
            To = fact.ValidTo,
            Substitute = fact.SubstituteId,
            Form = fact.Form?.ToString(),
            Position = fact.Position,
            DocumentNumber = fact.DocumentNumber,
            DocumentDate = fact.DocumentDate,
            Procedures = [.. fact.Procedures],
            Note = fact.Note,
        };

    internal StandInRequest ToRequest(LocalDate today, long? replaces) =>
        new(Person ?? Guid.Empty, Kind is null or Away, Substitute, TypedChoice.Read<StaffRole>(Role), From ?? today, To)
        {
            Form = TypedChoice.Read<SigningForm>(Form),
            Position = Position ?? "",
            DocumentNumber = DocumentNumber ?? "",
            DocumentDate = DocumentDate,
            Procedures = Procedures,
            Note = Note ?? "",
            Replaces = replaces,
        };
}

/// <summary>Ghi vắng mặt, giao thay, giao ký, or a correction of what was recorded.</summary>
[ForRoles(StaffRole.DivisionHead, StaffRole.Leader, StaffRole.CentreLeader, StaffRole.Administrator)]
public sealed class RecordStandInModel(
    StandInCaseQuery query,
    RecordStandIn record,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    OfficeClock clock,
    SentForm sent,
    IStringLocalizer<UiText> ui,
    PageWords<RecordStandInModel> words
) : PageModel
{
    private KnownStandIns known = null!;
    private Actor actor = Actor.System;

    [BindProperty]
    public StandInInput Input { get; set; } = new();

    /// <summary>The fact that is corrected.</summary>
    [BindProperty(SupportsGet = true, Name = "sua")]
    public long? Replaces { get; set; }

    public IReadOnlyList<FieldChoice> People =>
        [.. Choices(account => RolesOf(account) is { Count: > 0 } held && StandInRules.MayRecord(actor, held, known.Case))];

    public IReadOnlyList<FieldChoice> Substitutes => [.. Choices(account => RolesOf(account).Any(held => held.Role != StaffRole.ConsultedAgency))];

    public IReadOnlyList<FieldChoice> Kinds => [new(StandInInput.Away, words["Kind.Away"]), new("Gives", words["Kind.Gives"])];

    public IReadOnlyList<FieldChoice> Roles =>
        [.. RolePlaces.Given.Where(role => role != StaffRole.Administrator).Select(role => new FieldChoice(role.ToString(), ui[$"Role.{role}"]))];

    public IReadOnlyList<FieldChoice> Forms => [.. Enum.GetValues<SigningForm>().Select(form => new FieldChoice(form.ToString(), words[$"Form.{form}"]))];

    public IReadOnlyList<FieldChoice> Procedures =>
        [
            .. catalogue
                .Versions.GroupBy(version => version.Slug)
                .Select(versions => new FieldChoice(versions.Key, catalogue.KindName(versions.Key)))
                .OrderBy(choice => choice.Label, StringComparer.CurrentCulture),
        ];

    public async Task<IActionResult> OnGetAsync()
    {
        await ReadAsync();
        if (Replaces is not { } id)
        {
            Input.Kind = StandInInput.Away;
            return Page();
        }

        var fact = known.Case.Known.Standing().FirstOrDefault(one => one.Id == id);
        if (fact is null || !StandInRules.MayRecord(actor, StandInRules.Covered(fact, known.Case), known.Case))
            return NotFound();
        Input = StandInInput.Of(fact);
        return Page();
    }

    public Task<IActionResult> OnPostAsync() => DoAsync(isWithdrawn: false);

    public Task<IActionResult> OnPostWithdrawAsync() => DoAsync(isWithdrawn: true);

    private async Task<IActionResult> DoAsync(bool isWithdrawn)
    {
        sent.HasUnread = !ModelState.IsValid;
        var request = Input.ToRequest(clock.Today, Replaces) with { IsWithdrawn = isWithdrawn };
        actor = await current.GetAsync(HttpContext.RequestAborted);
        var refusals = await record.DoAsync(request, actor, HttpContext.RequestAborted);
        if (refusals.Count == 0)
        {
            Flash.Good(TempData, words[isWithdrawn ? "Withdrawn" : "Done"]);
            return Redirect(StandInsModel.Address);
        }

        FormRefusals.Add(ModelState, refusals, nameof(Input));
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync()
    {
        actor = await current.GetAsync(HttpContext.RequestAborted);
        known = await query.ReadAsync(HttpContext.RequestAborted);
    }

    private IReadOnlyList<RoleHolding> RolesOf(Guid account) => known.Case.GivenTo(account, clock.Today);

    private IEnumerable<FieldChoice> Choices(Func<Guid, bool> isOffered) =>
        known
            .Names.Where(person => isOffered(person.Key))
            .OrderBy(person => person.Value, StringComparer.CurrentCulture)
            .Select(person => new FieldChoice(person.Key.ToString(), $"{person.Value} – {SayRoles(person.Key)}"));

    private string SayRoles(Guid account) =>
        string.Join(
            "; ",
            RolesOf(account).Select(held => RoleAt.Say(ui[$"Role.{held.Role}"], catalogue.Organisation.NameOf(held.Unit))).Distinct(StringComparer.Ordinal)
        );
}
