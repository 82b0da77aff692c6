using System.Globalization;
using System.Resources;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Studio;

/// <summary>What Elsa Studio's palette offers: our steps and the flow nodes, with Vietnamese names, outcomes as ports and an editor for each input.</summary>
public sealed class StudioDescriptors(Rulebooks rulebooks, OfficeClock clock, IStringLocalizer<UiText> ui)
{
    private static readonly ResourceManager Words = new("HaiDuong.Licensing.OneStop.Studio.StudioWords", typeof(StudioDescriptors).Assembly);
    private static readonly string[] PlainOutcomes = ["Done", "Approved", "SendBack", "Supplement"];

    public IReadOnlyList<object> Activities() =>
        [
            .. Enum.GetValues<StepKind>().Select(Step),
            Flow("Start", [Done]),
            Flow("End", []),
            Flow("FlowFork", [], Input("Branches", "multi-text", "String[]", "Object")),
            Flow("FlowJoin", [Done], Dropdown("Mode", [("WaitAll", Say("Mode.WaitAll"))])),
            Flow("FlowDecision", ["True", "False"], Input("Condition", "singleline", "Boolean", "Dossier")),
            Flow("FlowSwitch", ["Default"]),
            Flow("SetVariable", [Done], Input("Variable", "variable-picker", "Variable", "Literal"), Input("Value", "singleline", "Object", "Dossier")),
            new
            {
                TypeName = "Elsa.Flowchart",
                Namespace = "Elsa",
                Name = "Flowchart",
                Version = 1,
                Category = Say("Category.Flow"),
                DisplayName = "Flowchart",
                Description = "",
                Kind = "Action",
                IsContainer = true,
                IsBrowsable = false,
                IsStart = false,
                IsTerminal = false,
                Ports = Array.Empty<object>(),
                Inputs = Array.Empty<object>(),
                Outputs = Array.Empty<object>(),
                CustomProperties = new { },
                ConstructionProperties = new { },
            },
        ];

    public static IReadOnlyList<object> Expressions() =>
        [
            Expression("Literal", "Literal", isBrowsable: true),
            Expression("Object", "Object", isBrowsable: true),
            Expression("Variable", "Variable", isBrowsable: true),
            Expression("Input", "Input", isBrowsable: false),
            Expression("Dossier", Say("Expression.Dossier"), isBrowsable: true),
        ];

    public static IReadOnlyList<object> VariableTypes() =>
        [
            new
            {
                TypeName = "String",
                DisplayName = "String",
                Category = "Primitives",
                Description = (string?)null,
            },
            new
            {
                TypeName = "Boolean",
                DisplayName = "Boolean",
                Category = "Primitives",
                Description = (string?)null,
            },
            new
            {
                TypeName = "Int32",
                DisplayName = "Int32",
                Category = "Primitives",
                Description = (string?)null,
            },
        ];

    private static string Done => "Done";

    private object Step(StepKind kind)
    {
        var outcomes = kind == StepKind.HumanTask ? PlainOutcomes : StepCatalogue.Outcomes(kind);
        List<object> inputs =
        [
            Input("Title", "singleline", "String", "Literal"),
            Dropdown(
                "Role",
                [.. Enum.GetValues<StaffRole>().Where(role => role != StaffRole.System).Select(role => (role.ToString(), ui[$"Role.{role}"].Value))]
            ),
            Dropdown("Unit", Units()),
            Input("BudgetShare", "singleline", "String", "Literal"),
            Input("BudgetHours", "singleline", "String", "Literal"),
            Dropdown(
                "NationalStatus",
                [.. Enumerable.Range(1, 10).Select(code => (code.ToString(CultureInfo.InvariantCulture), $"{code:00} – {ui[$"Status.{code}"].Value}"))]
            ),
        ];
        if (kind is StepKind.ConsultAgency or StepKind.ForwardToAuthority)
            inputs.Add(Dropdown("Agency", Agencies()));
        return Descriptor($"{StepCatalogue.TypePrefix}{kind}", "HaiDuong", kind.ToString(), Say("Category.Step"), outcomes, inputs, isTerminal: false);
    }

    private List<(string, string)> Units() =>
        [
            ("division", Say("Unit.Division")),
            .. rulebooks.Catalogue.Organisation.UnitsOn(clock.Today).Select(pair => (pair.Unit.Key, $"{pair.Unit.Name} ({pair.Office.Name})")),
            ("applicant", ui["Role.Applicant"].Value),
            ("external", ui["Role.ConsultedAgency"].Value),
        ];

    private List<(string, string)> Agencies() =>
        [
            .. rulebooks
                .Catalogue.Versions.SelectMany(procedure => procedure.ConsultedAgencies)
                .DistinctBy(agency => agency.Key)
                .Select(agency => (agency.Key, agency.Name)),
        ];

    private static object Flow(string name, IReadOnlyList<string> ports, params object[] inputs) =>
        Descriptor($"Elsa.{name}", "Elsa", name, Say("Category.Flow"), ports, inputs, isTerminal: name == "End");

    private static object Descriptor(
        string type,
        string space,
        string name,
        string category,
        IReadOnlyList<string> ports,
        IReadOnlyList<object> inputs,
        bool isTerminal
    ) =>
        new
        {
            TypeName = type,
            Namespace = space,
            Name = name,
            Version = 1,
            Category = category,
            DisplayName = Say($"Kind.{name}"),
            Description = Say($"Kind.{name}.Hint"),
            Kind = "Action",
            IsContainer = false,
            IsBrowsable = true,
            IsStart = name == "Start",
            IsTerminal = isTerminal,
            Ports = ports.Select(port => new
            {
                Name = port,
                DisplayName = RouteDrawing.OutcomeName(port),
                Type = "Flow",
                IsBrowsable = true,
            }),
            Inputs = inputs,
            Outputs = Array.Empty<object>(),
            CustomProperties = new { },
            ConstructionProperties = new { },
        };

    private static object Dropdown(string name, IReadOnlyList<(string Value, string Text)> options) =>
        Input(
            name,
            "dropdown",
            "String",
            "Literal",
            new { Dropdown = new { SelectList = new { Items = options.Select(option => new { option.Text, option.Value }), IsFlagsEnum = false } } }
        );

    private static object Input(string name, string editor, string type, string syntax, object? specifications = null) =>
        new
        {
            Name = name,
            TypeName = type,
            DisplayName = Say($"Input.{name}"),
            Description = Say($"Input.{name}.Hint"),
            Order = 1,
            IsBrowsable = true,
            IsSynthetic = false,
            IsWrapped = true,
            UiHint = editor,
            Category = Say("Category.Inputs"),
            DefaultSyntax = syntax,
            IsReadOnly = false,
            IsSensitive = false,
            UiSpecifications = specifications ?? new { },
        };

    private static object Expression(string type, string name, bool isBrowsable) =>
        new
        {
            Type = type,
            DisplayName = name,
            IsSerializable = true,
            IsBrowsable = isBrowsable,
            Properties = new { },
        };

    private static string Say(string word) => Words.GetString(word, CultureInfo.CurrentUICulture) ?? "";
}
