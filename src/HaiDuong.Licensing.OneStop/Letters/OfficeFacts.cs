using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>The groups <c>office</c>, <c>division</c> and <c>procedure</c> of a letter.</summary>
internal static class OfficeFacts
{
    public static Dictionary<string, object?> Of(Office office, OfficeUnit? counter) =>
        new(StringComparer.Ordinal)
        {
            ["superior"] = office.Superior,
            ["agency"] = office.Agency,
            ["name"] = office.Name,
            ["place"] = office.Place,
            ["receivingUnit"] = counter?.Name,
        };

    public static Dictionary<string, object?> Of(OfficeUnit division) =>
        new(StringComparer.Ordinal)
        {
            ["name"] = division.Name,
            ["symbol"] = division.Symbol,
            ["head"] = Words.Get("HeadOf", division.Name),
        };

    public static Dictionary<string, object?> Of(Procedure procedure) =>
        new(StringComparer.Ordinal)
        {
            ["name"] = procedure.Name,
            ["code"] = procedure.Code,
            ["request"] = procedure.Request,
        };
}
