using System.Globalization;
using System.Resources;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Components;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

[SetUICulture("vi")]
public sealed class ComponentTests
{
    // Thursday 05/09/2019 09:00 in Hải Dương.
    private static readonly Instant Now = Instant.FromUtc(2019, 9, 5, 2, 0);

    private static readonly LocalDateTime Local = new(2019, 9, 5, 9, 0);

    // Warned of two days before, late a minute after.
    private static DueState DueIn(int minutes)
    {
        var due = Local.PlusMinutes(minutes);
        return new DueState(ClockState.Running, null, due, due, [due.PlusDays(-2)], due.PlusMinutes(1), null);
    }

    [TestCase(-1, "quá 1 phút", "late")]
    [TestCase(-59, "quá 59 phút", "late")]
    [TestCase(-60, "quá 1 giờ", "late")]
    [TestCase(-180, "quá 3 giờ", "late")]
    [TestCase(-24 * 60, "quá 1 ngày", "late")]
    [TestCase(0, "hôm nay 09:00", "today")]
    [TestCase(8 * 60, "hôm nay 17:00", "today")]
    [TestCase(15 * 60, "ngày mai 00:00", "soon")]
    [TestCase(48 * 60, "còn 2 ngày", "soon")]
    [TestCase(72 * 60, "còn 3 ngày", "calm")]
    public void Due_SaysHowNearItIs_ByWordsAndColour(int minutes, string words, string colour)
    {
        var html = UiHost.Html(new DueTagHelper(UiHost.Words) { State = DueIn(minutes), Now = Now });

        Assert.That(html, Does.Contain($">{words}</time>").And.Contain("hd-due-" + colour));
    }

    [Test]
    public void Due_TellsTheExactMomentInOfficeTime()
    {
        var html = UiHost.Html(new DueTagHelper(UiHost.Words) { State = DueIn(8 * 60), Now = Now });

        Assert.That(html, Does.Contain("title=\"Hạn: 17:00 05/09/2019\"").And.Contain("datetime=\"2019-09-05T10:00:00Z\""));
    }

    [Test]
    public void Due_OfADossierThatIsLateAndRePromised_SaysBoth()
    {
        var html = UiHost.Html(new DueTagHelper(UiHost.Words) { State = DueIn(-24 * 60) with { Due = Local.PlusDays(3) }, Now = Now });

        Assert.That(html, Does.Contain(">quá 1 ngày, hẹn lại 09:00 08/09/2019</time>").And.Contain("hd-due-late"));
        Assert.That(html, Does.Contain("title=\"Hạn: 09:00 04/09/2019; đã hẹn lại: 09:00 08/09/2019\""));
    }

    [TestCase(ClockState.Paused, null, DueClass.Waiting)]
    [TestCase(ClockState.Finished, FinishClass.Early, DueClass.Early)]
    [TestCase(ClockState.Finished, FinishClass.OnTime, DueClass.OnTime)]
    [TestCase(ClockState.Finished, FinishClass.Late, DueClass.Late)]
    [TestCase(ClockState.Withdrawn, FinishClass.Early, DueClass.Withdrawn)]
    [TestCase(ClockState.Stopped, FinishClass.Late, DueClass.Stopped)]
    [TestCase(ClockState.Voided, null, DueClass.Voided)]
    [TestCase(ClockState.NotStarted, null, DueClass.None)]
    public void Due_WhenTheClockDoesNotRun_SaysTheClassInTheWordsOfTheClock(ClockState clock, FinishClass? ended, DueClass expected)
    {
        var state = new DueState(clock, ended, clock == ClockState.NotStarted ? null : Local, Local, [], null, null);

        var html = UiHost.Html(new DueTagHelper(UiHost.Words) { State = state, Now = Now + Duration.FromDays(9) });

        Assert.That(state.ClassAt(Local.PlusDays(9)), Is.EqualTo(expected));
        Assert.That(html, Does.Contain($">{DeadlineTexts.Of(expected)}</span>").IgnoreCase);
    }

    [Test]
    public void Status_SpeaksTheNationalWords()
    {
        var said = Enumerable.Range(0, 11).Select(code => UiHost.Html(new StatusTagHelper(UiHost.Words) { Code = code })).ToList();

        Assert.That(said[5], Is.EqualTo("<span class=\"hd-badge hd-status hd-status-waiting\">Yêu cầu bổ sung giấy tờ</span>"));
        Assert.That(said[10], Does.Contain("Đã trả kết quả"));
        Assert.That(said, Is.Unique);
        Assert.That(said, Has.None.Contain("Status."));
    }

    [TestCase(-1)]
    [TestCase(11)]
    public void Status_OutsideTheTen_FailsLoudly(int code) =>
        Assert.That(() => UiHost.Html(new StatusTagHelper(UiHost.Words) { Code = code }), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Steps_MarkTheCurrentOneAndLinkOnlyWhatIsDone()
    {
        var html = UiHost.Html(new StepsTagHelper(UiHost.Words) { Steps = [new("Một", "/1"), new("Hai", "/2"), new("Ba", "/3")], Current = 2 });

        Assert.That(html, Does.Contain("Bước 2 trên 3").And.Contain("href=\"/1\"").And.Contain("(đã xong)"));
        Assert.That(html, Does.Not.Contain("href=\"/2\"").And.Not.Contain("href=\"/3\""));
        Assert.That(html.Split("aria-current=\"step\""), Has.Length.EqualTo(2));
    }

    [Test]
    public void Timeline_WritesOfficeTimeAndEscapesNotes()
    {
        var html = UiHost.Html(new TimelineTagHelper { Entries = [new(Now, "Tiếp nhận", "Cán bộ", "<b>")] });

        Assert.That(html, Does.Contain("09:00 05/09/2019").And.Contain("&lt;b&gt;").And.Not.Contain("<b>"));
    }

    [Test]
    public void More_WithoutANextPage_IsNotThere() => Assert.That(UiHost.Html(new MoreTagHelper(UiHost.Words) { List = "rows" }), Is.Empty);

    [Test]
    public void More_IsALinkThatAlsoSwapsInPlace()
    {
        var html = UiHost.Html(
            new MoreTagHelper(UiHost.Words)
            {
                Href = "?after=9&q=a",
                List = "rows",
                Columns = 4,
            }
        );

        Assert.That(html, Does.StartWith("<tr").And.Contain("colspan=\"4\"").And.Contain("href=\"?after=9&amp;q=a\""));
        Assert.That(html, Does.Contain("hx-target=\"closest tr\"").And.Contain("hx-select=\"#rows &gt; *\""));
    }

    [Test]
    public void Empty_WithoutABody_HasOnlyItsTitle() =>
        Assert.That(
            UiHost.Html(new EmptyTagHelper { Title = "Không có việc" }),
            Is.EqualTo("<div class=\"hd-empty\"><p class=\"hd-empty-title\">Không có việc</p></div>")
        );

    /// <summary>Whoever hears the menu is told what each number counts.</summary>
    [Test]
    public void EveryNumberOfTheMenu_SaysWhatItCounts([Values] WaitingDesk desk, [Values("vi-VN", "en")] string language)
    {
        var words = new ResourceManager("HaiDuong.Licensing.OneStop.Composition.DeskLinks", typeof(WaitingDesk).Assembly);

        Assert.That(words.GetString($"Waiting.{desk}", CultureInfo.GetCultureInfo(language)), Is.Not.Null.And.Not.Empty);
    }

    [Test]
    public void DeskFrame_MarksTheNarrowestPlace()
    {
        var frame = new DeskFrame("", "", [new("", [new("Việc", "/viec"), new("Chờ tiếp nhận", "/viec/cho")])]);

        Assert.That(frame.Current("/viec/cho/12")?.Label, Is.EqualTo("Chờ tiếp nhận"));
        Assert.That(frame.Current("/viec")?.Label, Is.EqualTo("Việc"));
        Assert.That(frame.Current("/viecx"), Is.Null);
    }
}
