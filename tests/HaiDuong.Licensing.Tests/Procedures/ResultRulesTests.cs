using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Tests.Dossiers;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Procedures;

/// <summary>What is granted keeps the rules of what was asked for.</summary>
internal sealed class ResultRulesTests
{
    private static readonly Procedure Press = new DossierBuilder("press-conference").Rules.Procedure;
    private static readonly LocalDateTime Filed = new(2026, 3, 2, 8, 0);

    [TestCase("2026-03-05T09:00", "2026-03-05T11:00", "")]
    [TestCase("2026-03-05T11:00", "2026-03-05T09:00", "endsAt", TestName = "It ends before it begins")]
    [TestCase("1900-03-05T09:00", "2026-03-05T11:00", "startsAt", TestName = "It begins before it was asked for")]
    public void Check_NamesTheFieldOfTheResult(string start, string end, string field)
    {
        var values = new Dictionary<string, string> { ["startsAt"] = start, ["endsAt"] = end };

        Assert.That(string.Join(' ', ResultRules.Check(Press, values, Filed).Select(refusal => refusal.Field)), Is.EqualTo(field));
    }
}
