using System.Text.Json.Nodes;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.Tests.Routes;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>A condition that compares values of two kinds is refused before a dossier runs on it.</summary>
public sealed class ComparedKindsTests
{
    private static readonly string[] Signs = ["==", "!=", "<", "<=", ">", ">="];

    /// <summary>What may be written in a condition, and the kind of each.</summary>
    private static readonly (string Written, ValueKind Kind)[] Sides =
    [
        ("3", ValueKind.Number),
        ("-2.5", ValueKind.Number),
        ("fees.due", ValueKind.Number),
        ("fees.total", ValueKind.Number),
        ("true", ValueKind.Truth),
        ("false", ValueKind.Truth),
        ("\"abc\"", ValueKind.Text),
        ("'3'", ValueKind.Text),
        ("procedure.slug", ValueKind.Text),
        .. Enum.GetValues<FieldType>().Select(type => ($"form.{type}", FieldKind.Of(type).Value)),
    ];

    private static readonly (string Written, ValueKind Kind)[] Moments =
    [
        ("\"2026-03-02\"", ValueKind.Date),
        ("\"08:30\"", ValueKind.Time),
        ("'2026-03-02T08:30'", ValueKind.Moment),
    ];

    private readonly ProcedureCatalogue catalogue = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));
    private Procedure procedure = null!;

    [OneTimeSetUp]
    public void AskEveryKindOfField()
    {
        var permit = catalogue.InForce("publishing-permit", new LocalDate(2026, 3, 2))!;
        List<FormField> fields =
        [
            .. Enum.GetValues<FieldType>()
                .Select(type => new FormField
                {
                    Key = $"{type}",
                    Label = "",
                    Type = type,
                }),
        ];
        procedure = permit with
        {
            Form = permit.Form with
            {
                Sections =
                [
                    new FormSection
                    {
                        Key = "all",
                        Title = "",
                        Fields = fields,
                    },
                ],
            },
        };
    }

    [Test]
    public void Comparison_OfTwoKinds_IsAlwaysRefused_AndOfOneNever()
    {
        var wrong =
            from left in Sides
            from right in Sides
            let found = Found(string.Join(" and ", Signs.Select(sign => $"{left.Written} {sign} {right.Written}"))).Count
            where found != (left.Kind != right.Kind ? Signs.Length : 0)
            select $"{left.Written} and {right.Written}: {found}";

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void DayOrTimeInQuotes_IsComparedWithItsKindAndWithText()
    {
        var wrong =
            from side in Sides
            from moment in Moments
            let refused = side.Kind != moment.Kind && side.Kind != ValueKind.Text
            where Found($"{side.Written} < {moment.Written}").Count > 0 != refused || Found($"{side.Written} in [{moment.Written}]").Count > 0 != refused
            select $"{side.Written} < {moment.Written}";

        Assert.That(wrong, Is.Empty);
    }

    [TestCase("not (has form.Text and form.DateTime > 3)", "ngày giờ", "số")]
    [TestCase("form.Text == \"A\" or form.Money in [1, \"hai\"]", "số", "chữ")]
    [TestCase("form.Date < form.DateTime", "ngày", "ngày giờ")]
    public void Refusal_NamesStepConditionAndBothKinds(string condition, string one, string other)
    {
        var problem = Found(condition).Single();

        Assert.That((problem.Step, problem.IsAdvice), Is.EqualTo(("fee-due", false)));
        Assert.That(problem.Message, Does.StartWith($"Điều kiện ở “fee-due” so sánh {one} với {other} (form."));
        Assert.That(problem.English, Does.StartWith("The condition at “fee-due” compares "));
        Assert.That(problem.Path, Is.Not.Empty);
    }

    [Test]
    public void Comparison_OfARouteNoProcedureUses_IsRefusedToo() => Assert.That(Found("fees.due == \"không\"", used: false), Has.Count.EqualTo(1));

    [Test]
    public void ShippedRoutes_CompareNothingButOneKind() =>
        Assert.That(
            catalogue
                .RouteIds.SelectMany(id => new RoutePublishing(catalogue.Versions, catalogue.Organisation).Check(Route.Parse(catalogue.RouteJson(id)), id))
                .Where(IsAboutKinds),
            Is.Empty
        );

    private List<WorkflowProblem> Found(string condition, bool used = true)
    {
        var file = JsonNode.Parse(catalogue.RouteJson("standard-licence"))!;
        new RouteEdit(file).Input("fee-due", "condition", condition, "Dossier");
        return [.. new RoutePublishing(used ? [procedure] : [], catalogue.Organisation).Check(Route.Parse(file.ToJsonString()), "route").Where(IsAboutKinds)];
    }

    private static bool IsAboutKinds(WorkflowProblem problem) => problem.Code == "KindsDiffer";
}
