using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Features.Statistics;

/// <summary>What the pages of statistics may be narrowed to: the divisions and procedures that have something open, and what is chosen already.</summary>
public sealed class BoardChoices(ProcedureCatalogue catalogue, IStringLocalizer<UiText> ui)
{
    public IReadOnlyList<FieldChoice> Units { get; private set; } = [];

    public IReadOnlyList<FieldChoice> Procedures { get; private set; } = [];

    public void Take(Board whole, string? unit, string? procedure)
    {
        Units = Of(whole, BoardSide.Division, unit, catalogue.Organisation.NameOf);
        Procedures = Of(whole, BoardSide.Procedure, procedure, ProcedureName);
    }

    /// <summary>The short name of the newest version.</summary>
    public string ProcedureName(string slug) => catalogue.KindName(slug);

    private IReadOnlyList<FieldChoice> Of(Board whole, BoardSide side, string? chosen, Func<string, string> name) =>
        [
            new FieldChoice("", ui["Any"]),
            .. whole
                .By(side)
                .Keys.Append(chosen)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Select(key => new FieldChoice(key, name(key)))
                .OrderBy(choice => choice.Label, StringComparer.CurrentCulture),
        ];
}
