using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Storage;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>The form that this request brought, when it carries a key of its own; empty for jobs and commands.</summary>
public sealed class SentForm
{
    /// <summary>The name of the hidden field.</summary>
    public const string Field = "ActKey";

    public Guid? Key { get; set; }

    /// <summary>Digest of the address and of everything that was sent.</summary>
    public string Body { get; set; } = "";

    /// <summary>The act that the form is, sent by somebody; null when it has no key.</summary>
    public SentAct? By(Actor actor) => Key is { } key ? new SentAct(key, actor.AccountId, Body) : null;
}
