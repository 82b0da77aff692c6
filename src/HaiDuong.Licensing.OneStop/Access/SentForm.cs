using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>The form that this request brought, when it carries a key of its own; empty for jobs and commands.</summary>
public sealed class SentForm
{
    /// <summary>The name of the hidden field.</summary>
    public const string Field = "ActKey";

    /// <summary>The name of the hidden fields with the questions that were on the page.</summary>
    public const string SeenField = "SeenQuestion";

    /// <summary>How the name of a button begins that fills a text into a field: the name of the field follows.</summary>
    public const string Template = "mau.";

    /// <summary>The name of the button that brings back what was typed and not sent.</summary>
    public const string TakeBack = "lay-lai";

    public Guid? Key { get; set; }

    /// <summary>Where it was sent.</summary>
    public string Path { get; set; } = "";

    /// <summary>Câu hỏi đã thấy: what the page had asked about before it was sent again.</summary>
    public IReadOnlyList<string> Seen { get; set; } = [];

    /// <summary>What the act asks about, for the page that is shown again.</summary>
    public IReadOnlyList<string> Asked { get; private set; } = [];

    /// <summary>
    /// Có ô chưa đọc được: something typed could not be read. The act is tried all the same, so that everything wrong is said at once, and nothing is kept.
    /// </summary>
    public bool HasUnread { get; set; }

    /// <summary>What keeps an act from being kept that is right in everything that could be read.</summary>
    public IReadOnlyList<Refusal> Unread => HasUnread ? [new Refusal(nameof(RefusalCode.FormUnread))] : [];

    /// <summary>
    /// Chỉ hiện lại: the form came back to be shown with something filled in, such as a reason that was chosen. Nothing is done with it; this says so.
    /// </summary>
    public Refusal? ShownAgain { get; set; }

    /// <summary>Takes the questions among the refusals of an act.</summary>
    public void Take(IReadOnlyList<Refusal> refusals) => Asked = [.. refusals.Select(refusal => refusal.Question).OfType<string>()];

    /// <summary>Digest of the address and of everything that was sent.</summary>
    public string Body { get; set; } = "";

    /// <summary>The act that the form is, sent by somebody; null when it has no key.</summary>
    public SentAct? By(Actor actor) => Key is { } key ? new SentAct(key, actor.AccountId, Body) : null;
}
