using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Books;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Transfers;

/// <summary>A hand-over list: two people sign it, what did not come is told with its reason, and it ends once.</summary>
public sealed class TransferListTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 3, 0);
    private static readonly Actor Giver = Person("Người giao");
    private static readonly Actor Taker = Person("Người nhận");
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();
    private static readonly Dictionary<Guid, string> NoReasons = [];

    [Test]
    public void Receive_OfEverything_SignsItAndEndsEveryLine()
    {
        var list = Made();

        var refusals = list.Receive(new HashSet<Guid> { First, Second }, NoReasons, Taker, Now);

        Assert.That(refusals, Is.Empty);
        Assert.That(list.Lines.Select(line => line.State), Is.All.EqualTo(TransferState.Taken));
        Assert.That((list.IsOpen, list.ReceivedByName, list.ReceivedAt), Is.EqualTo((false, "Người nhận", Now)));
    }

    [Test]
    public void Receive_OfAPart_KeepsTheReasonOfEachThatIsMissing()
    {
        var list = Made();

        var refusals = list.Receive(new HashSet<Guid> { First }, new Dictionary<Guid, string> { [Second] = " Không có trong túi " }, Taker, Now);

        Assert.That(refusals, Is.Empty);
        Assert.That(
            list.Lines.Select(line => (line.State, line.MissingReason)),
            Is.EqualTo(((TransferState, string?)[])[(TransferState.Taken, null), (TransferState.Missing, "Không có trong túi")])
        );
    }

    [TestCase("", nameof(RefusalCode.TransferReasonMissing))]
    [TestCase("   ", nameof(RefusalCode.TransferReasonMissing))]
    [TestCase("long", nameof(RefusalCode.TransferReasonLong))]
    public void Receive_WithoutAFitReason_IsRefused_AndTheListStaysOpen(string reason, string code)
    {
        var list = Made();
        var typed = new Dictionary<Guid, string> { [Second] = reason == "long" ? new string('x', TransferList.LongestReason + 1) : reason };

        var refusals = list.Receive(new HashSet<Guid> { First }, typed, Taker, Now);

        Assert.That(refusals.Select(refusal => (refusal.Code, refusal.Field)), Is.EqualTo(((string, string?)[])[(code, TransferList.ReasonName(Second))]));
        Assert.That((list.IsOpen, list.Lines[0].State), Is.EqualTo((true, TransferState.Waiting)));
    }

    [Test]
    public void Receive_OfNothing_OrByTheGiver_IsRefused()
    {
        Assert.That(
            Made().Receive(new HashSet<Guid> { Guid.CreateVersion7() }, NoReasons, Taker, Now).Select(refusal => refusal.Code),
            Is.EqualTo((string[])[nameof(RefusalCode.TransferNothingCame)])
        );
        Assert.That(
            Made().Receive(new HashSet<Guid> { First, Second }, NoReasons, Giver, Now).Select(refusal => refusal.Code),
            Is.EqualTo((string[])[nameof(RefusalCode.TransferSamePerson)])
        );
    }

    [Test]
    public void List_EndsOnce()
    {
        var (received, cancelled) = (Made(), Made());
        received.Receive(new HashSet<Guid> { First, Second }, NoReasons, Taker, Now);
        cancelled.Cancel(Giver, Now);

        Assert.That(received.Cancel(Giver, Now).Single().Code, Is.EqualTo(nameof(RefusalCode.TransferReceived)));
        Assert.That(cancelled.Cancel(Giver, Now).Single().Code, Is.EqualTo(nameof(RefusalCode.TransferCancelled)));
        Assert.That(cancelled.Receive(new HashSet<Guid> { First }, NoReasons, Taker, Now).Single().Code, Is.EqualTo(nameof(RefusalCode.TransferCancelled)));
        Assert.That(cancelled.Lines.Select(line => line.State), Is.All.EqualTo(TransferState.Cancelled));
    }

    private static TransferList Made() =>
        TransferList.Make(
            TransferWay.ToDivision,
            "press",
            "counter",
            new DocumentNumber("stttt", "BG", 2026, 1, "01/BG-STTTT"),
            [new TransferredDossier(First, 0, []), new TransferredDossier(Second, 0, [])],
            Giver,
            Now
        );

    private static Actor Person(string name) => new(Guid.CreateVersion7(), name, []);
}
