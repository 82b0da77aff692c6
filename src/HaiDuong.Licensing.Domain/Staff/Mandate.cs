namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>Giao thay: by what somebody holds a role that is another person's; it follows from one fact (<see cref="StandIn"/>) on one day.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="PersonId">In whose place.</param>
/// <param name="PersonName">That person's name.</param>
public sealed record Mandate(long Fact, Guid PersonId, string PersonName)
{
    /// <summary>Null where it gives the desk without the signature.</summary>
    public SigningForm? Form { get; init; }

    /// <summary>Chức vụ của người ký, as it stands under the form.</summary>
    public string Position { get; init; } = "";

    /// <summary>Số, ngày văn bản; empty where it was carried over without one.</summary>
    public string Document { get; init; } = "";

    /// <summary>Slugs of the procedures that it is for; empty is all.</summary>
    public IReadOnlyList<string> Procedures { get; init; } = [];

    public bool IsLimited => Procedures.Count > 0;

    public bool Covers(string procedure) => !IsLimited || Procedures.Contains(procedure);
}
