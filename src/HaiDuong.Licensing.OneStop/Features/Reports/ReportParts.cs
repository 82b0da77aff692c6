using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>What a page of reports is made of: periods, rows, indicators, and the units that it may be about.</summary>
public sealed class ReportParts(
    ReportLaws laws,
    ReportPeriods periods,
    ReportTables tables,
    ReportIndicators indicators,
    ProcedureCatalogue catalogue,
    IStringLocalizer<UiText> ui
)
{
    public ReportLaws Laws => laws;

    public ReportPeriods Periods => periods;

    public ReportTables Tables => tables;

    public ReportIndicators Indicators => indicators;

    /// <summary>All, and the units that have procedures on a day.</summary>
    public IReadOnlyList<FieldChoice> Units(LocalDate day) =>
        [
            new FieldChoice("", ui["Any"]),
            .. catalogue
                .Versions.Select(version => catalogue.Organisation.KeyOn(version.DivisionKey, day))
                .Distinct(StringComparer.Ordinal)
                .Select(unit => new FieldChoice(unit, catalogue.Organisation.NameOf(unit)))
                .OrderBy(choice => choice.Label, StringComparer.CurrentCulture),
        ];

    /// <summary>The office that reports.</summary>
    public Office OfficeOf(string? unit, Actor reader, LocalDate day) => catalogue.Organisation.Heading(unit, reader, day);

    public string UnitName(string? unit, Office office) => unit is null ? office.Name : catalogue.Organisation.NameOf(unit);
}
