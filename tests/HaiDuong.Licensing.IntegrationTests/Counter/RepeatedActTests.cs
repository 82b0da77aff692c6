using System.Net;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Counter;

/// <summary>A form that is sent again (double click, lost answer) is answered by what it did; with another content it is refused.</summary>
public sealed class RepeatedActTests
{
    private CounterOffice office = null!;
    private PageVisitor clerk = null!;
    private Guid id;

    private string Page => $"/mot-cua/ho-so/{id}";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        office = await CounterOffice.OpenAsync();
        clerk = await office.LogInAsync(CounterOffice.Clerk);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [SetUp]
    public async Task SubmitAsync()
    {
        id = await office.SubmitAsync();
        await clerk.OpenAsync(Page);
    }

    [Test]
    public async Task Accept_SentAgain_GivesTheFirstResult()
    {
        var first = await clerk.SendAsync($"{Page}?handler=Accept");
        var done = await office.FindAsync(id);
        var again = await clerk.SendAsync($"{Page}?handler=Accept");

        var dossier = await office.FindAsync(id);
        Assert.That((again.Status, again.Location), Is.EqualTo((first.Status, first.Location)));
        Assert.That((dossier.Code, dossier.Revision, dossier.Slips.Count), Is.EqualTo((done.Code, done.Revision, done.Slips.Count)));
    }

    [Test]
    public async Task Accept_ClickedTwiceAtOnce_IsOneActWithOneAnswer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => clerk.SendAsync($"{Page}?handler=Accept")));

        var dossier = await office.FindAsync(id);
        Assert.That(answers.Select(answer => answer.Location), Is.All.EqualTo($"/mot-cua/bien-nhan/{id}"));
        Assert.That(dossier.Slips.Count(slip => slip.Kind == SlipKind.Receipt), Is.EqualTo(1));
    }

    [Test]
    public async Task Refuse_SentAgainWithAnotherReason_IsRefusedAndKeepsTheFirst()
    {
        await clerk.SendAsync($"{Page}?handler=Refuse", ("reason", "Không thuộc thẩm quyền"));
        var other = await clerk.SendAsync($"{Page}?handler=Refuse", ("reason", "Thiếu giấy tờ"));

        Assert.That(other.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(other.Text, Does.Contain(new Refusal("DossierChangedBySameForm").Sentence));
        Assert.That(await office.ReasonOfRefusalAsync(id), Is.EqualTo("Không thuộc thẩm quyền"));
    }

    [Test]
    public async Task Refuse_AfterAnAnswerThatWasRefused_IsDoneWithTheSameForm()
    {
        var empty = await clerk.SendAsync($"{Page}?handler=Refuse", ("reason", " "));
        var done = await clerk.SendAsync($"{Page}?handler=Refuse", ("reason", "Không thuộc thẩm quyền"));

        Assert.That((empty.Status, done.Status), Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect)));
    }

    [Test]
    public async Task Form_OfAnotherPerson_IsNotAnsweredByTheFirstResult()
    {
        var other = await office.LogInAsync(CounterOffice.OtherClerk);
        await other.OpenAsync(Page);
        var key = clerk.Hidden["ActKey"];
        await clerk.SendAsync($"{Page}?handler=Accept");

        var told = await other.SendAsync($"{Page}?handler=Accept", ("ActKey", key));

        Assert.That(told.Status, Is.EqualTo(HttpStatusCode.Conflict));
    }
}
