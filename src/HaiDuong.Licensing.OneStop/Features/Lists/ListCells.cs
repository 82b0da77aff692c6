using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Components;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Lists;

/// <summary>What stands in the cells of the list, the same words on the page and in the files.</summary>
public sealed class ListCells(ProcedureCatalogue catalogue, StepNames steps, IStringLocalizer<UiText> ui, PageWords<DossierListModel> words, OfficeClock clock)
{
    public string SheetName => words["Title"];

    public string Title(ListColumn column) => words[$"Column.{column}"];

    public string Word(string key, params object[] args) => words[key, args];

    public string UnitName(string unit) => catalogue.Organisation.NameOf(unit);

    /// <summary>Each part of a filter as its field calls it; a number of the statistics tells its own unit and period.</summary>
    public IReadOnlyList<string> PartsOf(DossierFilter filter, ListChoices choices)
    {
        string? Chosen(IEnumerable<FieldChoice> offered, string? value) =>
            value is null ? null : offered.FirstOrDefault(choice => choice.Value == value)?.Label ?? value;
        string? holder = filter.Holder switch
        {
            DossierFilter.Mine => words["Holder.Mine"],
            DossierFilter.Nobody => words["Holder.Nobody"],
            var person => Chosen(choices.People, person),
        };
        var unit = filter.Figure is null ? Chosen(choices.Units, filter.Unit) : null;
        (string Field, string? Value)[] parts =
        [
            ("Unit", unit),
            ("HolderFilter", holder),
            ("AtDesk", DeskName(filter.AtDesk, choices)),
            (
                "AtStep",
                filter.AtStep is DossierFilter.None ? words["AtStep.None"]
                : filter.AtStep is { } at ? steps.Of(at)
                : null
            ),
            ("DoneStep", filter.DoneStep is { } done ? steps.Of(done) : null),
            ("Outlook", filter.Outlook is { } outlook ? ui[$"Outlook.{outlook}"].Value : null),
            ("Procedure", Chosen(choices.Procedures, filter.Procedure)),
            ("Field", filter.Field is { } field ? catalogue.Shown(field) : null),
            (
                "LateReason",
                filter.LateReason is DossierFilter.None ? words["LateReason.None"]
                : filter.LateReason is { } code ? words["LateReason.As", code]
                : null
            ),
            ("StatusFilter", filter.Status is { } status ? ui[$"Status.{(int)status}"].Value : null),
            ("StepFilter", filter.Step is { } step ? ui[$"Step.{step}"].Value : null),
            ("ChannelFilter", filter.Channel is { } channel ? words[$"Channel.{channel}"] : null),
            ("MarkFilter", filter.Mark is { } mark ? words[$"Mark.{mark}"] : null),
        ];
        var said = parts.Where(part => part.Value is not null).Select(part => $"{words[part.Field]}: {part.Value}").ToList();
        if (filter is { Figure: null, HasPeriod: true } and ({ From: not null } or { To: not null }))
            said.Add($"{words[filter.DoneStep is null ? $"Day.{filter.Day}" : "Day.StepDone"]}: {Day(filter.From) ?? "…"} – {Day(filter.To) ?? "…"}");
        return said;

        static string? Day(LocalDate? day) => day is { } known ? VietnameseDate.Print(known) : null;
    }

    private string? DeskName(string? desk, ListChoices choices) =>
        desk switch
        {
            null => null,
            DossierFilter.None => words["AtDesk.None"],
            _ when Enum.TryParse<StaffRole>(desk, out var role) => ui[$"Role.{role}"],
            _ => choices.People.FirstOrDefault(choice => choice.Value == desk)?.Label ?? words["AtDesk.Other"],
        };

    /// <summary>A cell as a spreadsheet takes it: days as days, the rest as text.</summary>
    public object? Value(ListColumn column, DossierRow row, Actor reader) =>
        column switch
        {
            ListColumn.SubmittedAt => row.SubmittedAt?.Date,
            ListColumn.AcceptedAt => row.AcceptedAt?.Date,
            ListColumn.FinishedAt => row.FinishedAt?.Date,
            ListColumn.StepSince => row.StepSince?.Date,
            ListColumn.PromisedDue when row.Due.Stands => row.DueAt?.Date,
            _ => Text(column, row, reader),
        };

    /// <summary>The language of a cell where that is not the reader's: what people typed.</summary>
    public string? LanguageOf(ListColumn column, DossierRow row) =>
        column switch
        {
            ListColumn.Step => catalogue.LanguageOf(row.StepTitle ?? ""),
            ListColumn.SentBack => "vi",
            _ => null,
        };

    public string Text(ListColumn column, DossierRow row, Actor reader) =>
        column switch
        {
            ListColumn.Due => DueWords.Of(row.Due, clock.Local, ui).Text,
            ListColumn.StepDue => row.StepDueState is { } due ? DueWords.Of(due, clock.Local, ui).Text : "",
            ListColumn.Dossier => HiddenApplicant.CodeFor(reader, row.Code, row.Reference),
            ListColumn.Applicant => row.Applicant ?? HiddenApplicant.Shown,
            ListColumn.Procedure => catalogue.NameOf(row.ProcedureSlug, row.ProcedureVersion),
            ListColumn.Step => catalogue.Shown(row.StepTitle ?? ""),
            ListColumn.Holder => HolderOf(row),
            ListColumn.Status => ui[$"Status.{(int)row.Status}"],
            ListColumn.Unit => catalogue.Organisation.NameOf(catalogue.Organisation.KeyOn(row.DivisionKey, clock.Today)),
            ListColumn.Channel => words[$"Channel.{row.Channel}"],
            ListColumn.SubmittedAt => Day(row.SubmittedAt),
            ListColumn.AcceptedAt => Day(row.AcceptedAt),
            ListColumn.PromisedDue => row.Due.Stands ? Day(row.DueAt) : "",
            ListColumn.FinishedAt => Day(row.FinishedAt),
            ListColumn.StepSince => Day(row.StepSince),
            ListColumn.ReturnBy => words[$"ReturnBy.{row.ReturnBy}"],
            ListColumn.SentBack => row.SentBack ?? "",
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
        };

    /// <summary>Who has the step: a person, else the role; and how many more steps are open beside it.</summary>
    private string HolderOf(DossierRow row)
    {
        if (row.StepRole is not { } role)
            return "";
        var holder = row.HolderName ?? ui[$"Role.{role}"].Value;
        return row.OpenWork > 1 ? string.Create(CultureInfo.CurrentCulture, $"{holder} (+{row.OpenWork - 1})") : holder;
    }

    private static string Day(LocalDateTime? moment) => moment is { } at ? VietnameseDate.Print(at.Date) : "";
}
