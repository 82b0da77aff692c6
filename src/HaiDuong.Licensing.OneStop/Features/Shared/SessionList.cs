using HaiDuong.Licensing.OneStop.Identity;

namespace HaiDuong.Licensing.OneStop.Features.Shared;

/// <summary>The living sessions of one account, each with a button that ends it.</summary>
/// <param name="Sessions">The last used first.</param>
/// <param name="IsThis">Whether a session is the one that looks at the list.</param>
/// <param name="Handler">The page's handler that ends the session of the field <c>session</c>.</param>
public sealed record SessionList(IReadOnlyList<Session> Sessions, Func<Session, bool> IsThis, string Handler);
