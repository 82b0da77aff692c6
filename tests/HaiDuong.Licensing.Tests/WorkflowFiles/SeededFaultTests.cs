using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.Tests.Routes;
using HaiDuong.Licensing.Web.Commands;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>Faults put into the shipped definitions, one at a time: <c>check</c> finds each, names the step, and shows a walk where one is needed.</summary>
public sealed class SeededFaultTests
{
    private const string Standard = "routes/standard-licence.json";
    private const string Bts = "routes/bts-approval.json";
    private const string Permit = "procedures/publishing-permit/2025-07-01/procedure.json";
    private const string Postal = "procedures/postal-licence/2019-01-01/procedure.json";
    private const string Department = "offices/stttt-hai-duong.json";
    private const string Science = "offices/skhcn-hai-duong.json";
    private const string Fork = "Elsa.FlowFork";

    private static readonly IReadOnlyList<TestCaseData> Faults =
    [
        // The file.
        Text("broken JSON", Standard, "\"version\": 1,", "\"version\": 1;", "NotJson", null),
        Text("not a flowchart", Standard, "\"Elsa.Flowchart\"", "\"Elsa.Sequence\"", "NotAFlowchart", null),
        Edited("no id", Standard, file => file.AsObject().Remove("definitionId", out _), "RouteNameNotFile", null),
        Edited("another route's id", Standard, file => file["definitionId"] = "somewhere-else", "RouteNameNotFile", null),
        Edited("no activities", Standard, file => file["root"]!["activities"] = new JsonArray(), "NoActivities", null),
        Edited("a connection of no shape", Standard, file => file["root"]!["connections"]!.AsArray().Add("draft to sign"), "ConnectionUnreadable", null),
        Drawn("two steps with one id", Standard, edit => edit.Add("draft", "HaiDuong.DraftResult"), "DuplicateId", "draft"),
        Drawn("an unknown activity", Standard, edit => edit.Set("draft", "type", "Elsa.WriteLine"), "UnknownActivityType", "draft"),
        Drawn("a step of a kind we do not have", Standard, edit => edit.Set("draft", "type", "HaiDuong.SendFax"), "UnknownActivityType", "draft"),
        Drawn("a removed step", Standard, edit => edit.Remove("draft"), "ConnectionToNowhere", "draft-again"),
        Drawn("a script as a condition", Standard, edit => edit.Input("fee-due", "condition", "fees.due > 0", "JavaScript"), "ScriptRefused", "fee-due"),
        Drawn("a script as a title", Standard, edit => edit.Input("draft", "title", "{{ name }}", "Liquid"), "ScriptRefused", "draft"),
        Drawn(
            "a condition that cannot be read",
            Standard,
            edit => edit.Input("fee-due", "condition", "fees.due >>", "Dossier"),
            "ExpressionUnreadable",
            "fee-due"
        ),
        Drawn("an undeclared variable", Standard, edit => edit.Input("fee-due", "condition", "urgent", "Variable"), "UnknownVariable", "fee-due"),
        Drawn("a share above one", Standard, edit => edit.Input("draft", "budgetShare", "1.5"), "InputUnreadable", "draft"),
        Drawn("a national status that does not exist", Standard, edit => edit.Input("draft", "nationalStatus", "11"), "InputUnreadable", "draft"),
        Drawn("hours and a share at once", Standard, edit => edit.Input("draft", "budgetHours", "8"), "InputUnreadable", "draft"),
        // The way.
        Drawn("no start", Standard, edit => edit.Remove("start").Disconnect("start:Done"), "NoStart", null),
        Drawn("two starts", Standard, edit => edit.Add("start-too", "Elsa.Start").Connect("start-too:Done", "assign"), "SeveralStarts", "start-too"),
        Drawn("a dead end", Standard, edit => edit.Disconnect("draft:Done"), "OutcomeNotConnected", "draft"),
        Drawn("a dangling outcome", Standard, edit => edit.Disconnect("review:SendBack"), "OutcomeNotConnected", "review"),
        Drawn("a condition with one side", Standard, edit => edit.Disconnect("fee-due:False"), "OutcomeNotConnected", "fee-due"),
        Drawn("a branch without a connection", Bts, edit => edit.Disconnect("fork:Military"), "OutcomeNotConnected", "fork"),
        Drawn("a misspelt outcome", Standard, edit => edit.Port("review:Approved", "Approve"), "PortNotDeclared", "review"),
        Drawn("a connection without outcome", Standard, edit => edit.Port("review:Approved", null), "PortMissing", "review"),
        Drawn("a step nothing leads to", Standard, edit => edit.Add("extra", "HaiDuong.HumanTask").Connect("extra:Done", "draft"), "Unreachable", "extra"),
        Drawn("something after the end", Standard, edit => edit.Connect("end:Done", "draft"), "NothingFollowsEnd", "end"),
        Drawn(
            "a loop that nobody stands in",
            Standard,
            edit => edit.Lead("collect-fee:Paid", "fee-due").Lead("fee-due:True", "pass").Add("pass", Fork).Connect("pass:Done", "fee-due"),
            "AutomaticCircle",
            "fee-due"
        ),
        Drawn("a circle without a way out", Standard, edit => edit.Lead("return:Returned", "issue"), "NoWayOut", "return"),
        Drawn("a send-back to a step that may be skipped", Standard, edit => edit.Lead("review:SendBack", "collect-fee"), "BackPastTarget", "collect-fee"),
        // Parallel work.
        Drawn("a branch that ends everything", Bts, edit => edit.Lead("consult-military:Done", "end-stopped"), "EndsWithoutPaper", "consult-military"),
        Drawn(
            "an unfed join",
            Bts,
            edit =>
                edit.Input("consult-military", "outcomes", """["Done","Abstain"]""", "Object")
                    .Connect("consult-military:Abstain", "lost")
                    .Add("lost", "HaiDuong.HumanTask", ("outcomes", """["Done"]"""))
                    .Connect("lost:Done", "gone")
                    .Add("gone", "HaiDuong.HumanTask"),
            "Stuck",
            "join"
        ),
        Drawn(
            "alternatives that meet at the join",
            Bts,
            edit => edit.Input("consult-military", "outcomes", """["Done","Abstain"]""", "Object").Connect("consult-military:Abstain", "join"),
            "Stuck",
            "join"
        ),
        Drawn(
            "a jump out of a branch",
            Bts,
            edit => edit.Input("consult-military", "outcomes", """["Done","Back"]""", "Object").Connect("consult-military:Back", "appraise-again"),
            "Doubled",
            null
        ),
        Drawn(
            "a jump into the other branch",
            Bts,
            edit => edit.Input("consult-military", "outcomes", """["Done","Over"]""", "Object").Connect("consult-military:Over", "consult-district"),
            "Doubled",
            "consult-district"
        ),
        Drawn(
            "branches that meet at a plain step",
            Bts,
            edit => edit.Lead("consult-military:Done", "draft-again").Lead("consult-district:Done", "draft-again"),
            "Doubled",
            null
        ),
        Drawn("the first answer wins", Bts, edit => edit.Input("join", "mode", "WaitAny"), "JoinMode", "join"),
        Drawn("a join without a mode", Bts, edit => edit.Without("join", "mode"), "JoinMode", "join"),
        Drawn("a merge mode", Bts, edit => edit.Set("draft-again", "customProperties", new JsonObject { ["mergeMode"] = "Race" }), "MergeMode", "draft-again"),
        Drawn("a loop into the join", Bts, edit => edit.Lead("review:SendBack", "join"), "BackIntoJoin", "join"),
        Drawn("a way back into one branch", Bts, edit => edit.Lead("review:SendBack", "consult-military"), "BackPastTarget", "consult-military"),
        // With the procedures, the office and the acts.
        Drawn("a role that does not exist", Standard, edit => edit.Input("draft", "role", "Wizard"), "RoleUnknown", "draft"),
        Drawn("a unit that does not exist", Standard, edit => edit.Input("draft", "unit", "atlantis"), "StepUnitUnknown", "draft"),
        Drawn("an agency the procedure does not consult", Bts, edit => edit.Input("consult-military", "agency", "navy"), "AgencyUnknown", "consult-military"),
        Drawn(
            "an inspection without a form",
            Standard,
            edit => edit.Insert("appraise:Done", "inspect", "HaiDuong.InspectSite", "Done", ("role", "Specialist")),
            "InspectionFormMissing",
            "inspect"
        ),
        Drawn(
            "an outcome the act needs",
            Standard,
            edit => edit.Input("sign", "outcomes", """["Signed"]""", "Object").Disconnect("sign:SendBack"),
            "OutcomeNeeded",
            "sign"
        ),
        Drawn(
            "an outcome the act never gives",
            Standard,
            edit => edit.Input("sign", "outcomes", """["Signed","SendBack","Later"]""", "Object").Connect("sign:Later", "draft-again"),
            "OutcomeNeverGiven",
            "sign"
        ),
        Drawn(
            "a question the form does not ask",
            Standard,
            edit => edit.Input("fee-due", "condition", "form.weightOfTheBook > 3", "Dossier"),
            "FactUnknown",
            "fee-due"
        ),
        Drawn(
            "a question that may be left empty",
            Standard,
            edit => edit.Input("fee-due", "condition", "form.superiorAgency == \"A\"", "Dossier"),
            "FactMayBeMissing",
            "fee-due"
        ),
        Drawn(
            "a question that is shown only at times",
            Standard,
            edit => edit.Input("fee-due", "condition", "has form.pages or form.pages > 3", "Dossier"),
            "FactMayBeMissing",
            "fee-due"
        ),
        Drawn("budgets above the term", Standard, edit => edit.Input("appraise", "budgetShare", "0.8"), "BudgetsAboveTerm", null),
        Drawn(
            "one budget above the term",
            Standard,
            edit => edit.Without("appraise", "budgetShare").Input("appraise", "budgetHours", "90"),
            "StepBudgetAboveTerm",
            "appraise"
        ),
        Drawn(
            "an ending that prints no slip",
            Standard,
            edit => edit.Lead("supplement:Expired", "end-stopped").Remove("stop").Disconnect("stop:Done"),
            "EndsWithoutPaper",
            "supplement"
        ),
        Drawn(
            "an ending in the middle of the work",
            Standard,
            edit =>
                edit.Insert("review:Approved", "look", "HaiDuong.HumanTask", "Done", ("role", "Leader"), ("outcomes", """["Done","Over"]"""))
                    .Connect("look:Over", "end"),
            "EndsWithoutPaper",
            "look"
        ),
        Drawn(
            "work after the hand-over",
            Standard,
            edit => edit.Insert("return:Returned", "archive", "HaiDuong.HumanTask", "Done", ("role", "RegistryClerk")),
            "GoesOnAfterClosing",
            "return"
        ),
        Drawn(
            "work after the refusal at the door",
            Standard,
            edit => edit.Insert("receive:Refused", "after", "HaiDuong.HumanTask", "Done", ("role", "CounterClerk")),
            "GoesOnAfterClosing",
            "receive"
        ),
        Drawn(
            "back to the counter after the result",
            Standard,
            edit =>
                edit.Input("issue", "nationalStatus", "9")
                    .Lead("issue:Issued", "check")
                    .Add("check", "HaiDuong.HumanTask", ("role", "RegistryClerk"), ("outcomes", """["Done"]"""))
                    .Connect("check:Done", "return"),
            "StatusForbidden",
            null
        ),
        Text(
            "a template with an unknown field",
            "procedures/publishing-permit/2025-07-01/result.md",
            "{{ ",
            "{{ nothing.of.this }}{{ ",
            "TemplateFieldUnknown",
            null
        ),
        Text(
            "a letter with an unknown field",
            "procedures/press-conference/2017-01-01/refusal.md",
            "{{ ",
            "{{ nothing.of.this }}{{ ",
            "TemplateFieldUnknown",
            null
        ),
        Text("a slip with an unknown field", "slips/nd118-2025/receipt.md", "{{ ", "{{ nothing.of.this }}{{ ", "TemplateFieldUnknown", null),
        Edited("a fee with a gap in time", Postal, file => file["feeLines"]![0]!["rates"]![0]!["to"] = "2025-12-31", "FeeGap", null),
        Text("a fee that counts without end", "shared/publishing-permit.json", "\"max\": 20000,", "", "CountUnbounded", null),
        // The offices.
        Edited("a unit that ends and nobody follows", Department, file => Unit(file, "post-telecom").Remove("successor"), "SuccessorMissing", null),
        Edited(
            "units that succeed each other",
            Science,
            file => (Unit(file, "hd-digital")["successor"], Unit(file, "hd-science-office")["successor"]) = ("hd-science-office", "hd-digital"),
            "SuccessionCircle",
            null
        ),
        Edited("a successor that does not exist", Department, file => Unit(file, "post-telecom")["successor"] = "atlantis", "UnitUnknown", null),
        Edited("days between two units", Department, file => Unit(file, "post-telecom")["validTo"] = "2025-02-20", "SuccessionGap", null),
        Edited(
            "a division that had not begun",
            "procedures/bts-investment-approval/2019-01-01/procedure.json",
            file => file["divisionKey"] = "hd-digital",
            "DivisionGone",
            null
        ),
        Edited("a successor of another kind", Department, file => Unit(file, "post-telecom")["successor"] = "hd-science-leadership", "SuccessorKind", null),
        Edited(
            "a successor of a unit that goes on",
            "offices/skhcn-hai-phong.json",
            file => Unit(file, "hp-digital")["successor"] = "hp-science-office",
            "SuccessorTooEarly",
            null
        ),
        Edited("a unit that outlives its office", Department, file => Unit(file, "post-telecom")["validTo"] = "2025-04-01", "UnitOutsideOffice", null),
        Edited("a unit of another office's key", Department, file => Unit(file, "office")["key"] = "hd-science-office", "UnitTwice", null),
        Edited("a desk nowhere", Department, file => file["desks"]!["leader"] = "atlantis", "UnitUnknown", null),
        Edited("a desk before its time", Department, file => file["desks"]!["leader"] = "hd-science-leadership", "DeskGone", null),
        Edited("an office that follows too late", Department, file => file["successor"] = "skhcn-hai-phong", "OfficeSuccessorWrong", null),
        Edited("an office from an unknown source", Department, file => file["source"] = "NOWHERE", "SourceUnknown", null),
        Edited("two offices with one code", "offices/vhttdl-hai-duong.json", file => file["unitCode"] = "000.00.08.H23", "OfficeCodeTwice", null),
        Edited("a member no schema knows", Permit, file => file["colour"] = "red", "MemberUnknown", null),
        Edited("a route that is not there", Permit, file => file["routeId"] = "nowhere", "RouteUnknown", null),
    ];

    [TestCaseSource(nameof(Faults))]
    public void Check_WithAFaultInAShippedFile_FindsIt(string file, Action<WorkflowsCopy> spoil, string code, string? step)
    {
        using var copy = new WorkflowsCopy();
        spoil(copy);

        var (exit, findings) = Check(copy);

        var found = findings.Where(finding => finding.GetProperty("code").GetString() == code).ToList();
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(found, Is.Not.Empty, string.Join(", ", findings.Select(finding => finding.GetProperty("code").GetString())));
        Assert.That(found.Select(finding => finding.GetProperty("file").GetString()), Is.All.EqualTo($"workflows/{file}"));
        if (step is not null)
            Assert.That(found.Select(finding => finding.GetProperty("step").GetString()), Does.Contain(step));
        Assert.That(found.Select(finding => finding.GetProperty("vietnamese").GetString()), Is.All.Not.EqualTo(code));
        Assert.That(found.Select(finding => finding.GetProperty("english").GetString()), Is.All.Not.EqualTo(code));
    }

    [Test]
    public void Check_OfTheShippedFiles_FindsNothing()
    {
        using var copy = WorkflowsCopy.Whole();

        Assert.That(Check(copy), Is.EqualTo((0, Array.Empty<JsonElement>())));
    }

    [Test]
    public void Faults_AreOfFortyKindsAndMore() => Assert.That(Faults, Has.Count.GreaterThan(40));

    [TestCase(-1, false)]
    [TestCase(10, true)]
    public void Publishing_WithARoleNobodyHolds_TellsTheDay(int daysHeld, bool isAdvice)
    {
        var catalogue = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));
        var route = Domain.Routes.Route.Parse(catalogue.RouteJson("standard-licence"));
        var today = new LocalDate(2026, 3, 2);
        var holdings = Enum.GetValues<Domain.Staff.StaffRole>()
            .SelectMany(role =>
                catalogue
                    .Organisation.Offices.SelectMany(office => office.Units)
                    .Select(unit => new HeldRole(role, unit.Key, today.PlusYears(-1), role == Domain.Staff.StaffRole.Leader ? today.PlusDays(daysHeld) : null))
            )
            .ToList();

        var problem = new RoutePublishing([catalogue.InForce("publishing-permit", today)!], catalogue.Organisation, new HeldRoles(today, holdings))
            .Check(route, "route")
            .Single();

        Assert.That((problem.Code, problem.Step, problem.IsAdvice), Is.EqualTo(("RoleWithoutHolder", "sign", isAdvice)));
        Assert.That(problem.Path, Does.Contain("review:Approved"));
        Assert.That(problem.English, Does.Contain(daysHeld < 0 ? "02/03/2026" : "13/03/2026"));
    }

    private static (int Exit, IReadOnlyList<JsonElement> Findings) Check(WorkflowsCopy copy)
    {
        using var output = new StringWriter();
        var exit = CheckCommand
            .Create()
            .Parse(["--workflows", copy.Root, "--json"])
            .Invoke(new InvocationConfiguration { Output = output, Error = TextWriter.Null });
        return (exit, [.. JsonDocument.Parse(output.ToString()).RootElement.GetProperty("findings").EnumerateArray()]);
    }

    private static TestCaseData Text(string name, string file, string old, string text, string code, string? step) =>
        Fault(name, file, copy => copy.Replace(file, old, text), code, step);

    private static TestCaseData Edited(string name, string file, Action<JsonNode> edit, string code, string? step) =>
        Fault(name, file, copy => copy.Edit(file, edit), code, step);

    private static JsonObject Unit(JsonNode office, string key) =>
        office["units"]!.AsArray().Select(unit => unit!.AsObject()).Single(unit => unit["key"]!.GetValue<string>() == key);

    private static TestCaseData Drawn(string name, string file, Action<RouteEdit> edit, string code, string? step) =>
        Fault(name, file, copy => copy.Edit(file, node => edit(new RouteEdit(node))), code, step);

    private static TestCaseData Fault(string name, string file, Action<WorkflowsCopy> spoil, string code, string? step) =>
        new TestCaseData(file, spoil, code, step).SetArgDisplayNames(name);
}
