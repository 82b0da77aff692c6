using System.CommandLine;
using HaiDuong.Licensing.Web.Commands;
using HaiDuong.Licensing.Web.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>A published version never changes, neither itself nor by what it shares.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PublishedVersionsTests : IDisposable
{
    private readonly WorkflowsCopy copy = new();

    public void Dispose() => copy.Dispose();

    [Test]
    public void Check_OfAPublishedVersion_FindsNothing()
    {
        Assert.That(Publish("press-conference", "2017-01-01"), Is.EqualTo(0));

        Assert.That(Problems(), Is.Empty);
    }

    [TestCase("procedures/press-conference/2017-01-01/procedure.json", "\"sets\": 1", "\"sets\": 2")]
    [TestCase("procedures/press-conference/2017-01-01/result.md", "Chấp thuận để", "Đồng ý để")]
    [TestCase("shared/press-conference.json", "Địa điểm họp báo", "Nơi họp báo")]
    [TestCase("shared/texts/refusal-reasons.md", "khởi kiện", "kiện")]
    public void Check_OfAPublishedVersionThatWasChanged_TellsIt(string file, string old, string text)
    {
        Publish("press-conference", "2017-01-01");
        copy.Replace(file, old, text);

        Assert.That(Problems(), Is.EqualTo(["PublishedChanged"]));
    }

    [Test]
    public void Check_OfAPublishedVersionThatIsGone_TellsIt()
    {
        Publish("press-conference", "2017-01-01");
        Directory.Delete(copy.PathOf("procedures/press-conference"), recursive: true);

        Assert.That(Problems(), Is.EqualTo(["PublishedGone"]));
    }

    [Test]
    public void Publish_OfNoVersion_IsRefused() => Assert.That(Publish("press-conference", "2016-01-01"), Is.EqualTo(1));

    private IEnumerable<string> Problems() => ProcedureCatalogue.Problems(new WorkflowsFolder(copy.Root)).Select(problem => problem.Code);

    private int Publish(string slug, string from) =>
        PublishCommand.Create().Parse([slug, "--from", from, "--workflows", copy.Root]).Invoke(new InvocationConfiguration { Output = TextWriter.Null, Error = TextWriter.Null });
}
