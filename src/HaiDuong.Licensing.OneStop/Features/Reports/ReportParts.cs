using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>What a page of reports is made of: periods, rows, indicators, and the units that it may be about.</summary>
public sealed class ReportParts(ReportLaws laws, ReportPeriods periods, ReportTables tables, ReportIndicators indicators, ProcedureCatalogue catalogue)
{
    public ReportLaws Laws => laws;

    public ReportPeriods Periods => periods;

    public ReportTables Tables => tables;

    public ReportIndicators Indicators => indicators;

    /// <summary>The units that have procedures on a day.</summary>
    public IReadOnlyList<FieldChoice> Units(LocalDate day) =>
        [
            .. catalogue
                .Versions.Select(version => catalogue.Organisation.KeyOn(version.DivisionKey, day))
                .Distinct(StringComparer.Ordinal)
                .Select(unit => new FieldChoice(unit, catalogue.Organisation.NameOf(unit)))
                .OrderBy(choice => choice.Label, StringComparer.CurrentCulture),
        ];

    /// <summary>The office that reports: that of the unit, else the reader's own.</summary>
    public Office OfficeOf(string? unit, Actor reader, LocalDate day)
    {
        var organisation = catalogue.Organisation;
        return unit is not null
            ? organisation.For(unit, day)
            : reader.Roles.Select(held => organisation.OfficeWith(held.Unit)).FirstOrDefault(office => office is { IsDepartment: true } && office.Exists(day))
                ?? organisation.Seat(day);
    }

    public string UnitName(string? unit, Office office) => unit is null ? office.Name : catalogue.Organisation.NameOf(unit);
}
