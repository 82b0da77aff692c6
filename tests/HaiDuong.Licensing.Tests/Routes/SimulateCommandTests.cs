using System.CommandLine;
using System.Text.Json;
using HaiDuong.Licensing.Web.Commands;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Routes;

public sealed class SimulateCommandTests
{
    private string file = string.Empty;

    [SetUp]
    public void WriteARoute()
    {
        file = Path.GetTempFileName();
        File.WriteAllText(file, RouteSketch.Json("d = FlowDecision form.kind == 'A'; start -> a; a -> d; d:True -> b; d:False -> end; b -> end"));
    }

    [TearDown]
    public void DeleteIt() => File.Delete(file);

    [Test]
    public void Simulate_WithResumesAndFacts_PrintsTheWaitingStepsAfterEach()
    {
        var (code, output) = Run("--route", file, "--resume", "a:Done", "b:Done", "--fact", "form.kind=A", "--json");

        var moves = JsonDocument.Parse(output).RootElement.GetProperty("moves").EnumerateArray().ToList();
        Assert.That(code, Is.Zero);
        Assert.That(moves.Select(move => string.Join(',', move.GetProperty("waiting").EnumerateArray())), Is.EqualTo(new[] { "a", "b", "" }));
        Assert.That(moves[^1].GetProperty("status").GetString(), Is.EqualTo("Finished"));
    }

    [TestCase("b:Done")]
    [TestCase("a:Nowhere")]
    [TestCase("a:Done")]
    public void Simulate_WithARefusedResume_Fails(string resume) => Assert.That(Run("--route", file, "--resume", resume).Code, Is.EqualTo(1));

    [Test]
    public void Simulate_WithoutAFile_Fails()
    {
        Assert.That(Run().Code, Is.EqualTo(1));
        Assert.That(Run("--route", "missing.json").Code, Is.EqualTo(1));
        Assert.That(Run("--conformance", "missing").Code, Is.EqualTo(1));
    }

    private static (int Code, string Output) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = SimulateCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = TextWriter.Null });
        return (code, output.ToString());
    }
}
