using System.Globalization;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Components;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Lists;

/// <summary>What stands in the cells of the list, the same words on the page and in the files.</summary>
public sealed class ListCells(ProcedureCatalogue catalogue, IStringLocalizer<UiText> ui, PageWords<DossierListModel> words, OfficeClock clock)
{
    public string SheetName => words["Title"];

    public string Title(ListColumn column) => words[$"Column.{column}"];

    public string Word(string key, params object[] args) => words[key, args];

    public string UnitName(string unit) => catalogue.Organisation.NameOf(unit);

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

    public string Text(ListColumn column, DossierRow row, Actor reader) =>
        column switch
        {
            ListColumn.Due => DueWords.Of(row.Due, clock.Local, ui).Text,
            ListColumn.StepDue => row.StepDueState is { } due ? DueWords.Of(due, clock.Local, ui).Text : "",
            ListColumn.Dossier => HiddenApplicant.CodeFor(reader, row.Code, row.Reference),
            ListColumn.Applicant => row.Applicant ?? HiddenApplicant.Shown,
            ListColumn.Procedure => catalogue.Version(row.ProcedureSlug, row.ProcedureVersion).ShortName,
            ListColumn.Step => row.StepTitle ?? "",
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
